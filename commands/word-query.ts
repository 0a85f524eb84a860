import type { Dictionary } from '../src/language/dictionary.ts';
import type { DictionaryEntry } from '../src/language/dictionary-entry.ts';
import { hasHan } from '../src/language/han.ts';
import { toneless } from '../src/language/pinyin.ts';

/** A syllable without its tone, or the beginning of one. */
const SYLLABLES =
  /^(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[aeiouv]{1,3}(?:ng?|r)?))*(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?$/;

/** What a suggestion or a select gives back: a word, or with its reading (`行 hang2`). */
export function readWordValue(typed: string): { text: string; pinyin: string | undefined } {
  const text = typed.trim();
  const [, word, pinyin] = /^(\S+) ([A-Za-z:·,]+[1-5](?: [A-Za-z:·,]+[1-5]?)*)$/u.exec(text) ?? [];
  return word !== undefined && hasHan(word) ? { text: word, pinyin } : { text, pinyin: undefined };
}

/** Entries that fit what was typed: characters, pinyin with or without tones, or English. */
export function matches(typed: string, dictionary: Dictionary, limit: number): DictionaryEntry[] {
  const { text } = readWordValue(typed);
  if (text === '') return [];
  if (hasHan(text)) return beginningLike(text, dictionary, limit);
  const english = dictionary.byEnglish(text, limit);
  if (!couldBePinyin(text)) return [...english];
  const pinyin = readAs(text, dictionary, limit);
  // Marks and numbers are pinyin's alone; letters may be either, so they take turns.
  const ordered = /[^a-z\s']/i.test(text) ? pinyin : takingTurns(pinyin, english);
  return distinct(ordered).slice(0, limit);
}

/** By pinyin as typed: what is wholly read so, also with ü for u (luxing: lùxīng, lǚxíng), then what begins so. */
function readAs(text: string, dictionary: Dictionary, limit: number): DictionaryEntry[] {
  const other = toneless(withUmlaut(text));
  const whole = dictionary
    .byPinyin(withUmlaut(text), limit)
    .filter(({ pinyin }) => toneless(pinyin) === other);
  const found = dictionary.byPinyin(text, limit);
  const begin = found.findIndex(({ pinyin }) => toneless(pinyin) !== toneless(text));
  return distinct(found.toSpliced(begin < 0 ? found.length : begin, 0, ...whole));
}

/** `luxing` as `lüxing`: u behind l and n, except in lun, luan, luo, nuan and the like. */
function withUmlaut(text: string): string {
  return text.replace(/(?<=[ln])u(?![aion])/gi, 'ü');
}

/** Whether one of the entries is read, tones apart, as what was typed. */
export function isReading(typed: string, entries: readonly DictionaryEntry[]): boolean {
  const keys = new Set([typed, withUmlaut(typed)].map(toneless));
  return entries.some(({ pinyin }) => keys.has(toneless(pinyin)));
}

/** The word itself, then longer ones that begin with it. */
function beginningLike(text: string, dictionary: Dictionary, limit: number): DictionaryEntry[] {
  return [...dictionary.lookup(text), ...dictionary.beginningWith(text, limit)].slice(0, limit);
}

function couldBePinyin(text: string): boolean {
  return SYLLABLES.test(toneless(text));
}

function takingTurns<T>(one: readonly T[], other: readonly T[]): T[] {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, index) => [
    ...one.slice(index, index + 1),
    ...other.slice(index, index + 1),
  ]).flat();
}

function distinct(entries: readonly DictionaryEntry[]): DictionaryEntry[] {
  return [...new Map(entries.map((one) => [`${one.traditional} ${one.pinyin}`, one])).values()];
}
