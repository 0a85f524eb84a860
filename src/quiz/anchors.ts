import type { TextPair } from '../article/article.ts';
import { numbersIn } from '../language/numbers.ts';

/**
 * What a reader could match two texts by without understanding them: numbers in digits or said on
 * both sides, names, Latin letters in the Chinese and Chinese in the English, question marks and
 * quotation marks. Texts with the same anchors give nothing away among themselves.
 */
export function anchorsOf(pair: TextPair, names: Iterable<string>): string[] {
  return [
    ...numberAnchors(pair),
    ...(pair.zh.toLowerCase().match(/\p{Script=Latin}+/gu) ?? []),
    ...(pair.en.match(/\p{Script=Han}+/gu) ?? []),
    ...names,
    ...['?', '“'].filter((mark) => pair.en.includes(mark)),
    ...(/[「『“]/.test(pair.zh) ? ['“'] : []),
  ];
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
