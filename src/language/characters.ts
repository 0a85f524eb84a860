/** One Chinese character (a Han ideograph). */
const HAN = /\p{Script=Han}/gu;
/** A run of Latin letters, with the apostrophes and hyphens inside it. */
const LATIN_WORD = /\p{Script=Latin}+(?:['’-]\p{Script=Latin}+)*/gu;

export type Language = 'en' | 'zh';

/** How many Han characters `text` has. */
export function countHan(text: string): number {
  return text.match(HAN)?.length ?? 0;
}

/** How many words in Latin script `text` has; `don’t` and `state-led` count as one. */
export function countLatinWords(text: string): number {
  return text.match(LATIN_WORD)?.length ?? 0;
}

/**
 * The language a line is written in, or null when it has neither letters nor characters.
 * A Chinese character weighs as much as an English word, so a Chinese sentence stays Chinese
 * with a few English names in it, and the other way round.
 */
export function languageOf(text: string): Language | null {
  const han = countHan(text);
  const latin = countLatinWords(text);
  if (han === 0 && latin === 0) return null;
  return han >= latin ? 'zh' : 'en';
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** `text` cut into what a reader sees as single characters; joined they give `text` back. */
export function graphemesOf(text: string): string[] {
  return Array.from(graphemes.segment(text), (part) => part.segment);
}

/** At most `length` UTF-16 units of `text`, cut between graphemes and marked with … when cut. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  let kept = '';
  // One after the other: nothing behind the cut is looked at, however long the text is.
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length + 1 > length) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
