import { Parser } from 'htmlparser2';

/** What a reader of markup is told, in document order; names come without a prefix, in lower case. */
export interface MarkupEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Reads HTML or XML as it comes: nothing is built in memory, nothing outside is fetched, an entity
 * that a document defines itself is not expanded, and no input is an error.
 */
export function readMarkup(markup: string, kind: 'html' | 'xml', events: MarkupEvents): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => events.open(localName(name), attributes),
      onclosetag: (name) => events.close(localName(name)),
      ontext: (text) => events.text(text),
    },
    { xmlMode: kind === 'xml', decodeEntities: true },
  );
  parser.end(markup);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
