import { IRREGULAR } from '../../language/english-irregular.ts';
import { englishStem } from '../../language/english-words.ts';
import { isHan } from '../../language/han.ts';
import { transliteratedRuns } from '../../language/names.ts';
import { numbersIn } from '../../language/numbers.ts';
import { charactersInScript } from '../../language/scripts.ts';
import { isEmptyWord } from '../../language/word-pairs-file.ts';
import { type Headwords, wordsIn } from '../../language/words.ts';

/** Gives every word a number; both sides of a text share one, so that DeepSeek is DeepSeek. */
export interface Vocabulary {
  idOf(word: string): number;
  wordOf(id: number): string;
  readonly size: number;
}

export function vocabulary(): Vocabulary {
  const ids = new Map<string, number>();
  const words: string[] = [];
  return {
    idOf(word) {
      const known = ids.get(word);
      if (known !== undefined) return known;
      ids.set(word, words.length);
      words.push(word);
      return words.length - 1;
    },
    wordOf: (id) => words[id] ?? '',
    get size() {
      return words.length;
    },
  };
}

/** One side of a text: the words that say something of each segment, as numbers, and its length. */
export interface Side {
  readonly tokens: readonly Int32Array[];
  /** UTF-16 code units without white space. */
  readonly lengths: readonly number[];
  /** What may be a foreign name, by its number: as it is written, in simplified characters. */
  readonly names: ReadonlyMap<number, string>;
}

/** Marks a Chinese token as a name beside the words that it may also be read as. */
const NAME = '~';

const LATIN = /\p{Script=Latin}+/gu;
/** With a capital and long enough for a name that sounds like something. */
const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}\p{Script=Latin}{3,}/gu;
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/[?？]/u, '?'],
  [/[!！]/u, '!'],
  [/["“”「」『』]|(?<![\p{L}\p{N}])['‘]/u, '"'],
  [/[(（]/u, '('],
  [/[;；]/u, ';'],
  [/[:：]/u, ':'],
  [/[%％]|百分之|percent|per cent/u, '%'],
];

function lengthOf(text: string): number {
  return text.replaceAll(/\s+/gu, '').length;
}

/** Numbers in any form, and classes of marks, once each: they are the same on both sides. */
function sharedTokens(text: string): string[] {
  const numbers = numbersIn(text).map((number) => `#${number.value}`);
  const marks = MARKS.filter(([mark]) => mark.test(text)).map(([, name]) => name);
  return [...new Set([...numbers, ...marks])];
}

/** In lower case, and n’t as a word of its own: it is one in Chinese. */
function withoutContractions(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\bcan['’]t\b/g, 'can not')
    .replaceAll(/\bwon['’]t\b/g, 'will not')
    .replaceAll(/n['’]t\b/g, ' not');
}

/** English segments as stems. Words that say nothing (the, of) are left out. */
export function englishSide(segments: readonly string[], words: Vocabulary): Side {
  const stems = new Map<string, string | null>();
  const stemOf = (word: string) => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const stem = englishStem(IRREGULAR.get(word)?.[0] ?? word);
    const telling = isEmptyWord(word) || isEmptyWord(stem) ? null : stem;
    stems.set(word, telling);
    return telling;
  };
  const names = new Map<number, string>();
  const tokens = segments.map((segment) => {
    for (const [name] of segment.matchAll(CAPITALISED)) {
      const stem = stemOf(name.toLowerCase());
      if (stem !== null) names.set(words.idOf(stem), name);
    }
    const found = (withoutContractions(segment).match(LATIN) ?? []).flatMap(
      (word) => stemOf(word) ?? [],
    );
    return Int32Array.from([...found, ...sharedTokens(segment)], words.idOf);
  });
  return { tokens, lengths: segments.map(lengthOf), names };
}

/** Chinese segments as words in simplified characters, and stems for what is Latin in them. */
export function chineseSide(
  segments: readonly string[],
  words: Vocabulary,
  headwords: Headwords,
  known: (word: string) => boolean,
): Side {
  const names = new Map<number, string>();
  const tokens = segments.map((segment) => {
    const written = transliteratedRuns(segment).map((name) => {
      const simplified = charactersInScript(name, 'simplified');
      names.set(words.idOf(`${NAME}${simplified}`), simplified);
      return `${NAME}${simplified}`;
    });
    const found = wordsIn(segment, headwords).flatMap(({ text, kind }) => {
      if (kind === 'latin') return (text.toLowerCase().match(LATIN) ?? []).map(englishStem);
      if (kind === 'other') return [];
      const simplified = charactersInScript(text, 'simplified');
      return known(simplified) ? [simplified] : Array.from(simplified);
    });
    return Int32Array.from([...found, ...written, ...sharedTokens(segment)], words.idOf);
  });
  return { tokens, lengths: segments.map(lengthOf), names };
}

/** Whether a token is a Chinese word. */
export function isChinese(word: string): boolean {
  return isHan(String.fromCodePoint(word.codePointAt(0) ?? 0));
}
