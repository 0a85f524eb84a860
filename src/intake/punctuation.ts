/** Half-width marks and what stands for them in Chinese. */
const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  '.': '。',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
};

const CHINESE = String.raw`[\p{Script=Han}「」『』《》，。；：？！、（）]`;
/** A mark with Chinese before it and Chinese or the end behind it; other marks may stand between. */
const MARK = new RegExp(
  `(?<=${CHINESE}[\\s,.;:?!]*)([,.;:?!])\\s*(?=[,.;:?!]*(?:${CHINESE}|$))`,
  'gu',
);
/** A pair of half-width brackets round Chinese, or behind it. */
const BRACKETS = /\s*\(([^()]*\p{Script=Han}[^()]*)\)\s*|(?<=\p{Script=Han})\(([^()]*)\)/gu;

/** The half-width marks and brackets that stand in Chinese, in order. */
export function halfWidthBetweenChinese(text: string): string[] {
  const brackets = text.match(BRACKETS) === null ? [] : ['(', ')'];
  return [...Array.from(text.matchAll(MARK), (match) => match[1] ?? ''), ...brackets];
}

/**
 * `text` with full-width marks between Chinese characters, the white space behind them and between
 * Chinese characters gone; brackets change in pairs. Decimals, Latin words and all else stay.
 */
export function fixPunctuation(text: string): string {
  return text
    .replaceAll(BRACKETS, (_, around?: string, behind?: string) => `（${around ?? behind ?? ''}）`)
    .replaceAll(MARK, (_, mark: string) => FULL_WIDTH[mark] ?? mark)
    .replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
}
