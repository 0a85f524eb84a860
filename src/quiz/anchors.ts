import type { TextPair } from '../article/article.ts';
import { numbersIn } from '../language/numbers.ts';

/** Whether a word of an article is a name, by how the article and the dictionary write it. */
export interface NameTest {
  english(text: string): string[];
  chinese(text: string): string[];
}

/**
 * What a reader could match two texts by without understanding them: numbers in digits or said on
 * both sides, names, Latin letters in the Chinese, question marks and quotation marks. One key:
 * texts with the same key give nothing away among themselves; '' for a text without any.
 */
export function anchorsOf(pair: TextPair, names: NameTest): string {
  return [
    ...numberAnchors(pair),
    ...(pair.zh.toLowerCase().match(/\p{Script=Latin}+/gu) ?? []),
    ...names.english(pair.en),
    ...names.chinese(pair.zh),
    ...marks(pair),
  ]
    .toSorted()
    .filter((anchor, index, all) => anchor !== all[index - 1])
    .join('|');
}

/** One in words is an article as often as a number (a, 一個), so it tells nothing. */
function numberAnchors({ en, zh }: TextPair): string[] {
  const found = { en: numbersIn(en), zh: numbersIn(zh) };
  const both = found.en.filter(
    ({ value }) => value !== 1 && found.zh.some((other) => other.value === value),
  );
  const digits = [...found.en, ...found.zh].filter((one) => one.digits);
  return [...both, ...digits].map(({ value }) => String(value));
}

function marks({ en, zh }: TextPair): string[] {
  return ['?', '“'].filter((mark) => en.includes(mark)).concat(/[「『“]/.test(zh) ? ['“'] : []);
}
