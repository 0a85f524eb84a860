import type { TextPair } from '../article/article.ts';
import { countHan, countLatinWords } from '../language/characters.ts';
import { type FoundNumber, numbersIn } from '../language/numbers.ts';
import { type Script, simplifiedOnly } from '../language/scripts.ts';
import { halfWidthBetweenChinese } from './punctuation.ts';
import type { WarningCode } from './report.ts';

/** What a careful editor would find in one paragraph; `language` says on which side, if on one. */
export interface Finding {
  readonly code: WarningCode;
  readonly language: 'en' | 'zh' | null;
  readonly message: string;
}

/** What the whole article tells about one of its paragraphs. */
export interface ArticleFacts {
  readonly script: Script;
  /** Chinese characters for an English word: the middle of the article, and its usual spread. */
  readonly ratio: { readonly middle: number; readonly spread: number };
}

/** Everything to look at in one paragraph. Pure; repairs nothing. */
export function lintParagraph(texts: TextPair, facts: ArticleFacts): Finding[] {
  return [
    ...lintText(texts.en, 'en'),
    ...lintText(texts.zh, 'zh'),
    ...halfWidth(texts.zh),
    ...numbers(texts),
    ...lengths(texts, facts),
    ...script(texts.zh, facts),
  ];
}

/** The middle of the length ratios of `paragraphs` and their usual distance from it (both as logs). */
export function ratioOf(paragraphs: readonly TextPair[]): ArticleFacts['ratio'] {
  const ratios = paragraphs.map(logRatio).toSorted((a, b) => a - b);
  const middle = ratios[Math.floor(ratios.length / 2)] ?? 0;
  const distances = ratios.map((ratio) => Math.abs(ratio - middle)).toSorted((a, b) => a - b);
  return { middle, spread: distances[Math.floor(distances.length / 2)] ?? 0 };
}

function logRatio(texts: TextPair): number {
  const zh = countHan(texts.zh) + countLatinWords(texts.zh);
  const en = countLatinWords(texts.en) + countHan(texts.en);
  return Math.log((zh + 1) / (en + 1));
}

const PAIRS = [
  ['「', '」'],
  ['『', '』'],
  ['“', '”'],
  ['(', ')'],
  ['（', '）'],
  ['《', '》'],
  ['[', ']'],
] as const;

function lintText(text: string, language: 'en' | 'zh'): Finding[] {
  const findings: Finding[] = [];
  for (const [open, close] of PAIRS) {
    const opened = text.split(open).length - 1;
    const closed = text.split(close).length - 1;
    if (opened === closed) continue;
    const message = `${opened} ${open} but ${closed} ${close}`;
    findings.push({ code: 'unbalanced', language, message });
  }
  const doubled = /([。，、；：])\1|[。，、；：][。，、；]|(?<!\.)\.\.(?!\.)|,,/u.exec(text);
  if (doubled) {
    const message = `punctuation stands twice: ${doubled[0]}`;
    findings.push({ code: 'doubled-punctuation', language, message });
  }
  if (!/[.!?。！？…][”’」』）)\]】》"']*$/u.test(text)) {
    findings.push({ code: 'no-final-punctuation', language, message: 'ends without a full stop' });
  }
  return findings;
}

function halfWidth(zh: string): Finding[] {
  const marks = halfWidthBetweenChinese(zh);
  if (marks.length === 0) return [];
  const message = `half-width ${[...new Set(marks)].join(' ')} between Chinese characters`;
  return [{ code: 'half-width', language: 'zh', message }];
}

function numbers(texts: TextPair): Finding[] {
  const en = numbersIn(texts.en);
  const zh = numbersIn(texts.zh);
  const onlyEnglish = withoutPartner(en, zh);
  const onlyChinese = withoutPartner(zh, en);
  if (onlyEnglish.length + onlyChinese.length === 0) return [];
  const parts = [
    onlyEnglish.length > 0 ? `${onlyEnglish.join(', ')} only in English` : '',
    onlyChinese.length > 0 ? `${onlyChinese.join(', ')} only in Chinese` : '',
  ];
  return [{ code: 'numbers', language: null, message: parts.filter(Boolean).join('; ') }];
}

/** Numbers in digits that the other side has in no form; words such as "one" translate freely. */
function withoutPartner(numbers: readonly FoundNumber[], others: readonly FoundNumber[]): number[] {
  const values = new Set(others.map((other) => other.value));
  // 1980s is 80年代 in Chinese as often as 1980年代.
  for (const { value } of others) if (value > 1000 && value < 2100) values.add(value % 100);
  return numbers
    .filter((one) => one.digits && !values.has(one.value) && !values.has(one.value % 100 || -1))
    .map((one) => one.value);
}

/** Farther from the middle than this many usual distances, and by a factor of at least 1.6. */
const FAR = 5;
const FACTOR = Math.log(1.6);

function lengths(texts: TextPair, { ratio }: ArticleFacts): Finding[] {
  const distance = logRatio(texts) - ratio.middle;
  if (Math.abs(distance) <= Math.max(FACTOR, FAR * ratio.spread)) return [];
  const times = Math.exp(Math.abs(distance)).toFixed(1);
  const side = distance > 0 ? 'long' : 'short';
  const message = `the Chinese is ${times} times too ${side} for the English, as this article goes`;
  return [{ code: 'length', language: null, message }];
}

function script(zh: string, facts: ArticleFacts): Finding[] {
  if (facts.script === 'simplified') return [];
  const simplified = simplifiedOnly(zh);
  if (simplified.length === 0) return [];
  const message = `simplified characters in a traditional text: ${simplified.join(' ')}`;
  return [{ code: 'script', language: 'zh', message }];
}
