import { languageOf } from '../../language/characters.ts';

/**
 * Lines that were broken only to fit a page, as paragraphs: a line goes on the one before it unless
 * the language changes there.
 */
export function unwrap(lines: readonly string[]): string[] {
  const paragraphs: string[][] = [];
  let language: ReturnType<typeof languageOf> = null;
  for (const line of lines.map((one) => one.trim()).filter((one) => one !== '')) {
    const found = languageOf(line);
    const before = paragraphs.at(-1);
    const changes = language !== null && found !== null && found !== language;
    if (before === undefined || changes) paragraphs.push([line]);
    else before.push(line);
    language = found ?? language;
  }
  return paragraphs.map(joined);
}

/** Pieces of one paragraph as one line: a space between them, except where Chinese meets Chinese. */
export function joined(pieces: readonly string[]): string {
  const trimmed = pieces.map((one) => one.trim()).filter((one) => one !== '');
  return trimmed
    .map((piece, index) => (parts(trimmed[index - 1], piece) ? ` ${piece}` : piece))
    .join('');
}

function parts(before: string | undefined, after: string): boolean {
  if (before === undefined) return false;
  return !(
    /[\p{Script=Han}\u3000-\u303f\uff00-\uffef”’…—]$/u.test(before.slice(-2)) &&
    /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef“‘…—]/u.test(after)
  );
}
