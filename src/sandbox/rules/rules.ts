import type { Problem } from '../errors.ts';

/*
 * What Discord refuses although its published schema lets it through. Everything here is pure:
 * a body in, problems out. Bodies come as they passed the schema. Codes are Discord's where they are
 * known from its answers; where only the refusal is known, the code is ours and the message says why.
 */

export const MAX_COMPONENTS = 40;
const MAX_TEXT = 4000;
export const MAX_CONTENT = 2000;
export const MAX_EMBED_TEXT = 6000;
export const MAX_ROWS = 5;

/** A component with the parts that the rules read, whatever its kind. */
export interface AnyComponent {
  type: number;
  style?: number | undefined;
  custom_id?: string | null | undefined;
  label?: string | null | undefined;
  url?: string | null | undefined;
  sku_id?: string | null | undefined;
  emoji?: object | null | undefined;
  content?: string | null | undefined;
  disabled?: boolean | null | undefined;
  required?: boolean | null | undefined;
  min_values?: number | null | undefined;
  max_values?: number | null | undefined;
  options?: readonly { value?: unknown; default?: boolean | null }[] | null | undefined;
  components?: readonly AnyComponent[] | null | undefined;
  component?: AnyComponent | null | undefined;
  accessory?: AnyComponent | null | undefined;
  items?: readonly { media: { url: string } }[] | null | undefined;
  media?: { url: string } | null | undefined;
  file?: { url: string } | null | undefined;
}

type Path = readonly (string | number)[];
export interface Placed {
  component: AnyComponent;
  path: Path;
}

const ROW = 1;
const BUTTON = 2;
const TEXT = 10;
const LINK_STYLE = 5;
const PREMIUM_STYLE = 6;
const SELECTS: readonly number[] = [3, 5, 6, 7, 8];

/** Every component with its path, parents before children, in reading order. */
export function everyComponent(
  components: readonly AnyComponent[],
  path: Path = ['components'],
): Placed[] {
  return components.flatMap((component, index) => componentTree(component, [...path, index]));
}

function componentTree(component: AnyComponent, path: Path): Placed[] {
  return [
    { component, path },
    ...everyComponent(component.components ?? [], [...path, 'components']),
    ...(component.component ? componentTree(component.component, [...path, 'component']) : []),
    ...(component.accessory ? componentTree(component.accessory, [...path, 'accessory']) : []),
  ];
}

/** The larger of code points and UTF-16 units: which one Discord counts is unproven, so neither may pass. */
export function lengthOf(text: string): number {
  return Math.max(text.length, [...text].length);
}

function duplicateIds(placed: readonly Placed[]): Problem[] {
  const seen = new Set<string>();
  return placed.flatMap(({ component, path }) => {
    const id = component.custom_id;
    if (id === undefined || id === null) return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message = 'Component custom id cannot be duplicated';
    return [{ path: [...path, 'custom_id'], code: 'COMPONENT_CUSTOM_ID_DUPLICATED', message }];
  });
}

function buttonProblems({ component, path }: Placed): Problem[] {
  if (component.type !== BUTTON) return [];
  const { style, custom_id, url, sku_id, label, emoji } = component;
  const problem = (key: string, code: string, message: string) => [
    { path: [...path, key], code, message },
  ];
  if (style === PREMIUM_STYLE) {
    return sku_id ? [] : problem('sku_id', 'BASE_TYPE_REQUIRED', 'A sku id is required');
  }
  if (custom_id && url) {
    const message = 'A custom id and url cannot both be specified';
    return problem('custom_id', 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', message);
  }
  if (style === LINK_STYLE && !url) {
    return problem('url', 'BASE_TYPE_REQUIRED', 'A url is required');
  }
  if (style !== LINK_STYLE && !custom_id) {
    return problem('custom_id', 'BASE_TYPE_REQUIRED', 'A custom id is required');
  }
  if (!label && !emoji) {
    return problem('label', 'BASE_TYPE_REQUIRED', 'A button needs a label or an emoji');
  }
  return [];
}

function rowProblems({ component, path }: Placed): Problem[] {
  if (component.type !== ROW) return [];
  const children = component.components ?? [];
  const selects = children.filter(({ type }) => SELECTS.includes(type)).length;
  if (selects === 0 || children.length === 1) return [];
  const code = 'COMPONENT_LAYOUT_WIDTH_EXCEEDED';
  const message = 'The specified component exceeds the maximum width';
  return [{ path: [...path, 'components', 1], code, message }];
}

function selectProblems({ component, path }: Placed): Problem[] {
  if (!SELECTS.includes(component.type)) return [];
  const { options, min_values, max_values } = component;
  const least = min_values ?? 1;
  const most = max_values ?? 1;
  const problems: Problem[] = [];
  if (options && least > options.length) {
    const message = `Must be less than or equal to the number of options (${options.length}).`;
    problems.push({ path: [...path, 'min_values'], code: 'NUMBER_TYPE_MAX', message });
  }
  if (options && most > options.length && max_values !== undefined && max_values !== null) {
    const message = `Must be less than or equal to the number of options (${options.length}).`;
    problems.push({ path: [...path, 'max_values'], code: 'NUMBER_TYPE_MAX', message });
  }
  if (least > most) {
    const message = 'min_values cannot be above max_values';
    problems.push({ path: [...path, 'min_values'], code: 'NUMBER_TYPE_MAX', message });
  }
  const values = new Set<unknown>();
  (options ?? []).forEach(({ value }, index) => {
    if (values.has(value)) {
      const message = 'The specified option value is already used';
      const at = [...path, 'options', index, 'value'];
      problems.push({ path: at, code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message });
    }
    values.add(value);
  });
  const defaults = (options ?? []).filter((option) => option.default).length;
  if (defaults > most) {
    const message = `At most ${most} options can be chosen by default`;
    problems.push({ path: [...path, 'options'], code: 'SELECT_TOO_MANY_DEFAULTS', message });
  }
  return problems;
}

/** Rules for single components and for `custom_id`s, the same in messages and modals. */
export function componentRules(components: readonly AnyComponent[]): Problem[] {
  const placed = everyComponent(components);
  return [
    ...placed.flatMap(buttonProblems),
    ...placed.flatMap(rowProblems),
    ...placed.flatMap(selectProblems),
    ...duplicateIds(placed),
  ];
}

/** Whether any of a message's components exists only in Components V2. */
export function needsV2(components: readonly AnyComponent[]): boolean {
  return components.some(({ type }) => type !== ROW);
}

export function totalTextProblems(components: readonly AnyComponent[]): Problem[] {
  const texts = everyComponent(components).flatMap(({ component }) =>
    component.type === TEXT ? [component.content ?? ''] : [],
  );
  const total = texts.reduce((sum, text) => sum + lengthOf(text), 0);
  if (total <= MAX_TEXT) return [];
  const message = `The total length of all text displays (${total}) must be ${MAX_TEXT} or fewer.`;
  return [{ path: ['components'], code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message }];
}

/**
 * Bodies that pass every documented limit and still make Discord answer 500: more than 10,170 bytes
 * of UTF-8 over all text displays with 12 bytes for each (about 3,380 Chinese characters), and more
 * than 64 media items. Measured by others: discord/discord-api-docs issues 8554 and 7528.
 */
export function breaksDiscord(components: readonly AnyComponent[]): boolean {
  let bytes = 0;
  let media = 0;
  for (const { component } of everyComponent(components)) {
    if (component.type === TEXT) bytes += Buffer.byteLength(component.content ?? '') + 12;
    media += (component.items?.length ?? 0) + (component.media ? 1 : 0);
  }
  return bytes > 10_170 || media > 64;
}
