import { isApart } from './ambiguous-cuts.ts';
import { ADDED_WORDS } from './common-words.ts';
import type { Dictionary } from './dictionary.ts';
import { isHan } from './han.ts';
import {
  BARE_NAME,
  bareNameEnd,
  givenNameEnd,
  isForeignName,
  transliteratedNameEnd,
} from './names.ts';
import {
  apartCost,
  bareNameCost,
  formedCost,
  headwordCost,
  nameCost,
  singleCost,
  WORD_COST,
} from './word-costs.ts';

/** A piece of a text. The pieces of a text joined give the text back. */
export interface Word {
  readonly text: string;
  /** `chinese` may be looked up; `latin` is a run of letters or digits; `other` is all the rest. */
  readonly kind: 'chinese' | 'latin' | 'other';
  /** A person's or a place's name that was recognised by its form and is in no dictionary. */
  readonly name: boolean;
}

export type Headwords = Pick<Dictionary, 'headwords' | 'productivity'>;

/** Letters and digits of one run with what joins them: `iPhone`, `3.5%`, `don’t`, `COVID-19`. */
const LATIN = /[\p{Script=Latin}\p{Nd}]+(?:[.,:'’\-/&][\p{Script=Latin}\p{Nd}]+)*[%％]?/uy;
const NUMERAL = /[零〇一二兩三四五六七八九十百千萬億两万亿]{2,}/uy;
const ORDINAL = /第[一二三四五六七八九十百]+/uy;
/** Spaces together, one mark of punctuation, or whatever else hangs together (emoji). */
const OTHER = /\s+|\p{P}|[^\p{Unified_Ideograph}〇\p{Script=Latin}\p{Nd}\p{P}\s]+/uy;

/** How much dearer a name is whose surname may belong to the word before. */
const MID_WORD = 100;

/** One way to go on from a place in the text. */
interface Step extends Omit<Word, 'text'> {
  readonly end: number;
  readonly cost: number;
}

/**
 * The words of a text, traditional or simplified: fewest words over CC-CEDICT's headwords by
 * dynamic programming; where two cuts have as many, the one with commoner and evener words.
 * Numerals, names and runs of Latin letters are kept whole, and a name that shows itself as one
 * somewhere in the text is one wherever it stands.
 */
export function wordsIn(text: string, dictionary: Headwords): Word[] {
  const words = cut(text, dictionary, []);
  const parts = foreignNameParts(words);
  const names = namesAmong(parts);
  const isMissed = (name: string) =>
    text.split(name).length - 1 > parts.filter((part) => part === name).length;
  return names.some(isMissed) ? cut(text, dictionary, names) : words;
}

function cut(text: string, dictionary: Headwords, names: readonly string[]): Word[] {
  const best: (
    | { readonly start: number; readonly total: number; readonly step: Step }
    | undefined
  )[] = new Array(text.length + 1);
  for (let start = 0; start < text.length; start += 1) {
    const reached = start === 0 ? 0 : best[start]?.total;
    if (reached === undefined) continue;
    for (const step of stepsFrom(text, start, dictionary, names)) {
      const total = reached + step.cost;
      if (total < (best[step.end]?.total ?? Number.POSITIVE_INFINITY)) {
        best[step.end] = { start, total, step };
      }
    }
  }
  const words: Word[] = [];
  for (let end = text.length; end > 0; ) {
    const found = best[end];
    if (found === undefined) throw new Error(`no word ends at ${end}`);
    const { kind, name } = found.step;
    words.push({ text: text.slice(found.start, end), kind, name });
    end = found.start;
  }
  return words.reverse();
}

/** Foreign names as often as they were recognised, by the parts between dots: 馬克·吐溫 has two. */
function foreignNameParts(words: readonly Word[]): string[] {
  const names = words.filter(({ name, text }) => name && isForeignName(text));
  return names.flatMap(({ text }) => text.split(/[·‧・•]/)).filter((part) => part.length > 1);
}

/** Those that are names wherever they stand; 比哈葛德 is none where 哈葛德 is one. */
function namesAmong(parts: readonly string[]): string[] {
  const different = [...new Set(parts)];
  return different.filter((name) => !different.some((one) => one !== name && name.endsWith(one)));
}

function* stepsFrom(
  text: string,
  start: number,
  dictionary: Headwords,
  names: readonly string[],
): Generator<Step> {
  yield* headwordSteps(text, start, dictionary);
  for (const name of names) {
    if (!text.startsWith(name, start)) continue;
    yield { end: start + name.length, kind: 'chinese', name: true, cost: WORD_COST };
  }
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
  if (isHan(character)) {
    const end = start + character.length;
    yield { end, kind: 'chinese', name: false, cost: singleCost(character) };
    yield* numeralSteps(text, start);
    yield* formedSteps(text, start, dictionary);
    yield* nameSteps(text, start, dictionary);
    return;
  }
  const latin = endOf(LATIN, text, start);
  if (latin > start) yield { end: latin, kind: 'latin', name: false, cost: WORD_COST };
  else {
    const end = Math.max(start + 1, endOf(OTHER, text, start));
    yield { end, kind: 'other', name: false, cost: WORD_COST };
  }
}

function* headwordSteps(text: string, start: number, dictionary: Headwords): Generator<Step> {
  const { headwords } = dictionary;
  const longest = Math.min(text.length, start + headwords.longestFrom(text, start));
  for (let end = start + 2; end <= longest; end += 1) {
    const index = headwords.indexOf(text, start, end);
    if (index < 0 || cutsLatin(text, end) || cutsLatin(text, start)) continue;
    const word = text.slice(start, end);
    const cost = isApart(text, start, end)
      ? apartCost(word)
      : headwordCost(word, dictionary.productivity(index));
    yield { end, kind: 'chinese', name: false, cost };
  }
}

/** Chinese numerals of any length are one word: 二十三, 兩千三百萬, 第三. */
function* numeralSteps(text: string, start: number): Generator<Step> {
  const end = Math.max(endOf(NUMERAL, text, start), endOf(ORDINAL, text, start));
  if (end > start) yield { end, kind: 'chinese', name: false, cost: WORD_COST };
}

/** Words made by rule: 陣陣, 孩子們. */
function* formedSteps(text: string, start: number, { headwords }: Headwords): Generator<Step> {
  const formed = { kind: 'chinese', name: false, cost: formedCost } as const;
  for (const end of [start + 2, start + 3]) {
    if (ADDED_WORDS.has(text.slice(start, end))) yield { end, ...formed };
  }
  if (text[start] === text[start + 1]) yield { end: start + 2, ...formed };
  for (const length of [2, 3]) {
    const end = start + length;
    if (!/[們们]/.test(text[end] ?? '') || headwords.indexOf(text, start, end) < 0) continue;
    yield { end: end + 1, ...formed };
  }
}

function* nameSteps(text: string, start: number, dictionary: Headwords): Generator<Step> {
  const { headwords } = dictionary;
  // 國王查理: what looks like a surname ends a word.
  // 那張紙上: 張 is a classifier there.
  const counts = /[這这那一兩两三幾几每][張张]$/.test(
    text.slice(Math.max(0, start - 1), start + 1),
  );
  if (counts) return;
  const endsWord = start > 0 && headwords.indexOf(text, start - 1, start + 1) >= 0;
  for (const end of givenNameEnd(text, start, headwords)) {
    const cost = nameCost(end - start) + (endsWord ? MID_WORD : 0);
    yield { end, kind: 'chinese', name: true, cost };
  }
  const end = transliteratedNameEnd(text, start);
  if (end > start) yield { end, kind: 'chinese', name: true, cost: WORD_COST };
  const bare = bareNameEnd(text, start);
  // 國王查理: what looks like a name begins in the middle of a word. 馬斯基林當上: its last character
  // is the first of one.
  if (bare === start || endsWord) return;
  const own = headwords.indexOf(text, bare - 1, bare + 1) < 0 ? bare : bare - 1;
  if (own - start < BARE_NAME.least) return;
  yield { end: own, kind: 'chinese', name: true, cost: bareNameCost(own - start) };
}

/** Whether a cut at this place would stand inside a run of Latin letters or digits. */
function cutsLatin(text: string, at: number): boolean {
  return (
    at > 0 && at < text.length && /^[\p{Script=Latin}\p{Nd}]{2}$/u.test(text.slice(at - 1, at + 1))
  );
}

function endOf(sticky: RegExp, text: string, start: number): number {
  sticky.lastIndex = start;
  return sticky.test(text) ? sticky.lastIndex : start;
}
