import { type CedictEntry, meaningful } from './dictionary-file.ts';
import { englishStems } from './english-words.ts';
import { isHan } from './han.ts';
import { lettersOf, syllablesIn } from './pinyin.ts';
import { type StringTable, stringTable } from './string-table.ts';

/** Raised whenever the layout below or what is put in changes, so that an older file is not read. */
export const WORD_PAIRS_FORMAT = 2;

/** Which Chinese words CC-CEDICT explains with which English stems, in a form made for counting. */
export interface WordPairs {
  /** Chinese headwords in simplified characters. */
  readonly chinese: StringTable;
  /** Stems as `englishStem` gives them. */
  readonly stems: StringTable;
  /** The stems of the word at a place of `chinese`, and how surely each translates it (0 to 1). */
  stemsOf(word: number): readonly { readonly stem: number; readonly share: number }[];
  /** Of how many words a stem is a translation: what is a translation of many is a common word. */
  frequencyOf(stem: number): number;
  /** How a simplified character is read, without tone: 施 → shi; empty where it is not known. */
  soundOf(character: string): string;
}

/** English words that say nothing about what a Chinese word means. */
const EMPTY_WORDS = new Set(
  (
    'a an the of to in on at by for with from into onto as and or nor than that this these those it its is are was were be ' +
    'been being am do does did done has had having s t ll ve re d etc sth sb one oneself ones somebody something someone ' +
    'used use esp especially usually often abbr variant see also old erhua archaic coll lit fig idiom'
  ).split(' '),
);

/** Whether an English word or stem says nothing about what a Chinese word means: the, of. */
export function isEmptyWord(word: string): boolean {
  return EMPTY_WORDS.has(word);
}

/** Meanings of more words than this describe a thing instead of translating its name. */
const LONGEST_MEANING = 3;
/** A pair below this share is left out. */
const LEAST_SHARE = 0.03;

/** Packs the word pairs of CC-CEDICT: about 3 MB. */
export function packWordPairs(entries: readonly CedictEntry[]): Uint8Array {
  const words = new Map<string, Map<string, number>>();
  const sounds = new Map<string, string>();
  for (const entry of entries) {
    const word = entry.simplified;
    if (!Array.from(word).some(isHan)) continue;
    const syllable = syllablesIn(entry.pinyin)[0];
    if (Array.from(word).length === 1 && syllable !== undefined && !sounds.has(word)) {
      sounds.set(word, lettersOf(syllable));
    }
    const stems = words.get(word) ?? new Map<string, number>();
    for (const gloss of meaningful(entry.english)) addMeanings(gloss, stems);
    if (stems.size > 0) words.set(word, stems);
  }
  return pack(words, sounds);
}

/** `(coll.) to read; to study (a subject)` gives `read` and `studi` one each. */
function addMeanings(gloss: string, stems: Map<string, number>): void {
  const plain = gloss.replaceAll(/\([^)]*\)|\[[^\]]*\]|\p{Script=Han}+/gu, ' ');
  for (const meaning of plain.split(/[;,/|]/)) {
    const words = meaning.split(/[^\p{L}\p{N}'’-]+/u).filter((word) => word !== '');
    const telling = words.filter((word) => !EMPTY_WORDS.has(word.toLowerCase()));
    const found = telling.flatMap(englishStems).filter((stem) => !EMPTY_WORDS.has(stem));
    if (found.length === 0 || found.length > LONGEST_MEANING) continue;
    for (const stem of found) stems.set(stem, (stems.get(stem) ?? 0) + 1 / found.length);
  }
}

function pack(
  words: ReadonlyMap<string, ReadonlyMap<string, number>>,
  sounds: ReadonlyMap<string, string>,
): Uint8Array {
  const stemIds = new Map<string, number>();
  const starts: number[] = [0];
  const stems: number[] = [];
  const shares: number[] = [];
  for (const found of words.values()) {
    const most = Math.max(...found.values());
    for (const [stem, count] of found) {
      const share = count / most;
      if (share < LEAST_SHARE) continue;
      const id = stemIds.get(stem) ?? stemIds.size;
      stemIds.set(stem, id);
      stems.push(id);
      shares.push(Math.max(1, Math.round(share * 255)));
    }
    starts.push(stems.length);
  }
  const texts = [
    [...words.keys()].join('\n'),
    [...stemIds.keys()].join('\n'),
    Array.from(sounds, ([character, sound]) => `${character}${sound}`).join('\n'),
  ].map((text) => Buffer.from(text));
  const header = Uint32Array.from([
    starts.length,
    stems.length,
    ...texts.map((text) => text.byteLength),
  ]);
  return Buffer.concat([
    ...[header, Uint32Array.from(starts), Uint32Array.from(stems)].map((numbers) =>
      Buffer.from(numbers.buffer),
    ),
    Uint8Array.from(shares),
    ...texts,
  ]);
}

/** Reads what `packWordPairs` packed; `bytes` must begin at a multiple of four in their buffer. */
export function unpackWordPairs(bytes: Uint8Array): WordPairs {
  let at = bytes.byteOffset;
  const numbers = (count: number) => {
    const found = new Uint32Array(bytes.buffer, at, count);
    at += found.byteLength;
    return found;
  };
  const text = (length: number) => {
    const found = Buffer.from(bytes.buffer, at, length).toString();
    at += length;
    return found;
  };
  const [starting = 0, pairs = 0, chineseLength = 0, stemLength = 0, soundLength = 0] = numbers(5);
  const starts = numbers(starting);
  const stemIds = numbers(pairs);
  const shares = new Uint8Array(bytes.buffer, at, pairs);
  at += pairs;
  const chinese = stringTable(text(chineseLength));
  const stems = stringTable(text(stemLength));
  const sounds = new Map(
    text(soundLength)
      .split('\n')
      .map((line): [string, string] => {
        const [character = ''] = line;
        return [character, line.slice(character.length)];
      }),
  );
  const frequencies = new Uint32Array(stems.size);
  for (const stem of stemIds) frequencies[stem] = (frequencies[stem] ?? 0) + 1;
  return {
    chinese,
    stems,
    stemsOf: (word) =>
      Array.from(stemIds.subarray(starts[word], starts[word + 1]), (stem, index) => ({
        stem,
        share: (shares[(starts[word] ?? 0) + index] ?? 0) / 255,
      })),
    frequencyOf: (stem) => frequencies[stem] ?? 0,
    soundOf: (character) => sounds.get(character) ?? '',
  };
}
