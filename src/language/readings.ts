import type { Dictionary } from './dictionary.ts';
import type { DictionaryEntry } from './dictionary-entry.ts';
import { isHan } from './han.ts';
import { isForeignName, surnameLength } from './names.ts';
import { capitalized, joined } from './pinyin.ts';
import { type ReadWord, readWords, syllablesOf, type Usage } from './word-syllables.ts';
import { zhuyin } from './zhuyin.ts';

/** A reader's reading aid, without `none`. */
export type Aid = 'pinyin' | 'zhuyin';

/** How a word is said, in both writings. */
export interface Reading {
  readonly pinyin: string;
  readonly zhuyin: string;
}

/** A word with its reading. The tokens' texts joined give the text back. */
export interface Token {
  readonly text: string;
  /** `Běijīng`; null for what is not Chinese. A name has its capital, a sentence start has not. */
  readonly pinyin: string | null;
  /** `ㄅㄟˇ ㄐㄧㄥ`, syllables apart, neutral tone before (˙ㄉㄜ); null for what is not Chinese. */
  readonly zhuyin: string | null;
  /** Whether the reading is written together with the one before: 看了 kànle (GB/T 16159-2012). */
  readonly joins: boolean;
}

/** The words of a text, traditional or simplified, with pinyin and zhuyin. */
export function readingsOf(text: string, dictionary: Dictionary, usage: Usage): Token[] {
  const words = readWords(text, dictionary, usage);
  return words.map((word, index) => {
    const reading = word.syllables === null ? null : readingOf(word, word.syllables, dictionary);
    return {
      text: word.text,
      pinyin: reading?.pinyin ?? null,
      zhuyin: reading?.zhuyin ?? null,
      joins: isAspect(words, index, dictionary) || isPeople(words, index),
    };
  });
}

/** The reading of a dictionary entry by itself, as Taiwan or the mainland says it. */
export function readingOfEntry(
  entry: DictionaryEntry,
  usage: Usage,
  dictionary: Dictionary,
): Reading {
  const { traditional: text } = entry;
  const syllables = syllablesOf(entry, usage, dictionary);
  return readingOf({ text, kind: 'chinese', name: false, syllables }, syllables, dictionary);
}

function readingOf(word: ReadWord, syllables: readonly string[], dictionary: Dictionary): Reading {
  return {
    pinyin: word.name
      ? nameInPinyin(word.text, syllables)
      : partsOf(word.text, isTimeWord(word.text) ? syllables.map(lower) : syllables, dictionary),
    zhuyin: syllables
      .map((syllable) => zhuyin(syllable) ?? syllable)
      .join(' ')
      .replace(/(?<=[A-Za-z]) (?=[A-Za-z])/g, ''),
  };
}

/** CC-CEDICT gives days and months a capital; GB/T 16159-2012 writes xīngqīwǔ and wǔyuè. */
function isTimeWord(word: string): boolean {
  return /^(?:(?:星期|禮拜|礼拜|週|周)[一二三四五六日天]|[一二三四五六七八九十]+月)$/.test(word);
}

function lower(syllable: string): string {
  return syllable.toLowerCase();
}

/** Surname and given name apart, each with a capital: Wáng Xiǎomíng. Foreign names by their dots. */
function nameInPinyin(name: string, syllables: readonly string[]): string {
  const characters = [...name];
  // 馬斯基林 and 康瓦爾 only begin like a Chinese name.
  const surname = isForeignName(name) ? 0 : surnameLength(name, 0);
  const parts: string[][] = [[]];
  for (const [index, character] of characters.entries()) {
    if (!isHan(character) || (surname > 0 && index === surname)) parts.push([]);
    if (isHan(character)) parts.at(-1)?.push(lower(syllables[index] ?? character));
  }
  return parts.map((part) => capitalized(joined(part))).join(' ');
}

/**
 * Long words by their parts, as GB/T 16159-2012 wants: gòngchǎn zhǔyì, and two and two of a
 * four-character idiom joined by a hyphen: fēngpíng-làngjìng.
 */
function partsOf(word: string, syllables: readonly string[], dictionary: Dictionary): string {
  const characters = [...word];
  const ordinal = /^第./.test(word) ? [1] : null;
  if (ordinal !== null) return `${joined(syllables.slice(0, 1))}-${joined(syllables.slice(1))}`;
  if (characters.length !== 4 || syllables.slice(1).some((one) => /^[A-Z]/.test(one))) {
    return joined(syllables);
  }
  const halves = [characters.slice(0, 2).join(''), characters.slice(2).join('')];
  const known = halves.every((half) => dictionary.headwords.indexOf(half) >= 0);
  // 庫克船長 begins with a name, 葡萄牙人 with what only looks like half of it.
  const named = /^[A-Z]/.test(syllables[0] ?? '');
  if (named && !dictionary.lookup(halves[0] ?? '').some(isName)) return joined(syllables);
  const idiom = dictionary.lookup(word).some(({ glosses }) => /\(idiom/.test(glosses.join()));
  if (!known && !idiom) return joined(syllables);
  return [syllables.slice(0, 2), syllables.slice(2)].map(joined).join(idiom ? '-' : ' ');
}

/** 了, 著 and 過 right after a verb, where no sentence ends. */
function isAspect(words: readonly ReadWord[], index: number, dictionary: Dictionary): boolean {
  const word = words[index];
  const previous = words[index - 1];
  if (word === undefined || previous?.kind !== 'chinese' || !/^[了著着過过]$/.test(word.text)) {
    return false;
  }
  if (!/5$/.test(word.syllables?.[0] ?? '') && !/^[過过]$/.test(word.text)) return false;
  if (word.text === '了' && words[index + 1]?.kind !== 'chinese') return false;
  return dictionary.lookup(previous.text).some(({ glosses }) => glosses.some(isVerbGloss));
}

/** 人 after a place that is in no headword with it: Hélánrén. */
function isPeople(words: readonly ReadWord[], index: number): boolean {
  const previous = words[index - 1];
  const place = previous?.name === false && /^[A-Z]/.test(previous.syllables?.[0] ?? '');
  return words[index]?.text === '人' && place;
}

function isName({ pinyin }: DictionaryEntry): boolean {
  return /^[A-Z]/.test(pinyin);
}

function isVerbGloss(gloss: string): boolean {
  return /^(?:\([^)]*\) )?to /.test(gloss);
}
