import { graphemesOf } from '../../language/characters.ts';

/** What became of a text when its invisible characters were taken out, and how many there were. */
export interface Cleaned {
  readonly text: string;
  readonly removed: number;
}

/**
 * Characters that nobody sees and that make text lie: they turn its direction (bidi), join or part
 * what looks otherwise (zero-width, soft hyphen, tags), or control a terminal. Tab and line ends stay.
 */
const INVISIBLE =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|(?![\t\n\v\f\r\u0085])\p{Cc}/gu;
/** A zero-width joiner that does not hold an emoji together. */
const LOOSE_JOINER =
  /(?<!\p{Extended_Pictographic}|\p{EMod}|\ufe0f)\u200d|\u200d(?!\p{Extended_Pictographic})/gu;
/** Lines without such a character have no character that is made of many. */
const COMPOSED = /[^\p{Script=Latin}\p{Script=Han}\p{Script=Common}]/u;
/** The longest emoji has 15 units; more is marks heaped on one letter, or joined without an end. */
const LONGEST_CHARACTER = 32;

/**
 * `text` without invisible characters, without what would make one endless character of many, and
 * without halves of characters. Linear in the length of the text.
 */
export function withoutInvisible(text: string): Cleaned {
  const whole = text.toWellFormed();
  const visible = whole.replaceAll(INVISIBLE, '').replaceAll(LOOSE_JOINER, '');
  const kept = visible
    .split('\n')
    .map((line) => (COMPOSED.test(line) ? withoutEndless(line) : line))
    .join('\n');
  return { text: kept, removed: whole.length - kept.length };
}

function withoutEndless(line: string): string {
  return graphemesOf(line)
    .filter((grapheme) => grapheme.length <= LONGEST_CHARACTER)
    .join('');
}
