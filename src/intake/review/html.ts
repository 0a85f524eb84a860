import { withoutInvisible } from '../read/invisible.ts';

/** A piece of a page in which everything is escaped that has to be. */
export interface Html {
  readonly safe: string;
}

type Value = string | number | Html | readonly Html[];

/**
 * A piece of a page: what is filled in is text unless it is a piece itself. Text loses its invisible
 * characters, so that none turns the page's direction.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { safe: String.raw({ raw: parts }, ...values.map(filled)) };
}

function filled(value: Value): string {
  if (typeof value === 'object') {
    return 'safe' in value ? value.safe : value.map(({ safe }) => safe).join('');
  }
  return withoutInvisible(String(value)).text.replaceAll(
    /[&<>"']/g,
    (sign) => ENTITIES[sign] ?? '',
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
