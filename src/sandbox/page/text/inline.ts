/** A part of a line of Discord's markdown. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler'; inner: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; url: string; inner: Inline[] }
  | { kind: 'mention'; what: 'user' | 'role' | 'channel'; id: string }
  | { kind: 'command'; name: string }
  | { kind: 'everyone'; text: string }
  | { kind: 'time'; seconds: number; style: string }
  | { kind: 'custom'; name: string };

type Rule = readonly [RegExp, (match: RegExpExecArray) => Inline];

const styled =
  (kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler') =>
  ([, inner = '']: RegExpExecArray): Inline => ({ kind, inner: parseInline(inner) });
const mention =
  (what: 'user' | 'role' | 'channel') =>
  ([, id = '']: RegExpExecArray): Inline => ({ kind: 'mention', what, id });
const plainLink = ([, url = '']: RegExpExecArray): Inline => ({
  kind: 'link',
  url,
  inner: [{ kind: 'text', text: url }],
});

/** The marks, each at the place where the text stands (`y`); the longer ones first. */
const RULES: readonly Rule[] = [
  [/\\([^A-Za-z0-9\s])/y, ([, text = '']) => ({ kind: 'text', text })],
  [/(`+)([\s\S]*?[^`])\1(?!`)/y, ([, , text = '']) => ({ kind: 'code', text: text.trim() })],
  [
    /\[((?:\\.|[^\]\\])+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/y,
    ([, label = '', url = '']) => ({ kind: 'link', url, inner: parseInline(label) }),
  ],
  [/<(https?:\/\/[^\s>]+)>/y, plainLink],
  [/(https?:\/\/[^\s<]*[^\s<"'.,:;)\]。，、！？」』”’])/y, plainLink],
  [/<@!?(\d+)>/y, mention('user')],
  [/<@&(\d+)>/y, mention('role')],
  [/<#(\d+)>/y, mention('channel')],
  [/<\/([^:>]+):\d+>/y, ([, name = '']) => ({ kind: 'command', name })],
  [/@(?:everyone|here)/y, ([text]) => ({ kind: 'everyone', text })],
  [
    /<t:(-?\d{1,13})(?::([tTdDfFRsS]))?>/y,
    ([, seconds, style = 'f']) => ({ kind: 'time', seconds: Number(seconds), style }),
  ],
  [/<a?:(\w{2,32}):\d+>/y, ([, name = '']) => ({ kind: 'custom', name })],
  [/\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, styled('bold')],
  [/__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, styled('underline')],
  [/~~((?:\\[\s\S]|[^\\])+?)~~/y, styled('strike')],
  [/\|\|((?:\\[\s\S]|[^\\])+?)\|\|/y, styled('spoiler')],
  [/\*(?=[^\s*])((?:\*\*|\\[\s\S]|[^\\*])+?)(?<!\s)\*(?!\*)/y, styled('italic')],
  [/_((?:__|\\[\s\S]|[^\\_])+?)_(?![A-Za-z0-9_])/y, styled('italic')],
];

/** Reads the marks inside a line. What is no mark is text: nothing is lost and nothing is HTML. */
export function parseInline(text: string): Inline[] {
  const parts: Inline[] = [];
  const add = (part: Inline) => {
    const last = parts.at(-1);
    if (part.kind === 'text' && last?.kind === 'text') last.text += part.text;
    else parts.push(part);
  };
  let at = 0;
  while (at < text.length) {
    const found = markAt(text, at);
    if (found) {
      add(found.part);
      at += found.length;
    } else {
      const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
      add({ kind: 'text', text: char });
      at += char.length;
    }
  }
  return parts;
}

function markAt(text: string, at: number): { part: Inline; length: number } | null {
  for (const [pattern, make] of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { part: make(match), length: match[0].length };
  }
  return null;
}
