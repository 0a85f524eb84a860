import type { Dictionary } from '../src/language/dictionary.ts';
import type { DictionaryEntry } from '../src/language/dictionary-entry.ts';
import { lemmasOf } from '../src/language/english-words.ts';
import { hasHan } from '../src/language/han.ts';
import { toneless, tonesIn } from '../src/language/pinyin.ts';
import { isCommonWord } from '../src/language/word-costs.ts';

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
  if (!couldBePinyin(text)) return [...dictionary.byEnglish(text, limit)];
  const pinyin = readAs(text, dictionary, limit);
  // Marks and numbers are pinyin's alone; letters may be either, so they take turns.
  if (hasTones(text)) return distinct(pinyin).slice(0, limit);
  // What only has the same stem, or is a name's spelling, is no match beside a reading.
  const english = isReading(text, pinyin)
    ? translationsOf(text, dictionary)
    : dictionary.byEnglish(text, limit);
  return distinct(takingTurns(pinyin, english)).slice(0, limit);
}

/** An entry this common, or one that is commoner than what a text reads as, makes the text English. */
const COMMON = 8000;

/** What letters are that may be pinyin and may be English. */
export interface Letters {
  /** What they wholly read as, tones apart: `women` as 我們. */
  readonly readings: readonly DictionaryEntry[];
  /** Whether they are English before all: `women` and `can` are, `gong` and `shi` are not. */
  readonly isEnglish: boolean;
}

/** Tells pinyin without tones from English; null for what no entry is read as. */
export function lettersIn(text: string, dictionary: Dictionary): Letters | null {
  if (text === '' || hasHan(text) || !couldBePinyin(text)) return null;
  const readings = readAs(text, dictionary, 25).filter((entry) => isReading(text, [entry]));
  if (readings.length === 0) return null;
  if (hasTones(text)) return { readings, isEnglish: false };
  const rarest = Number.MAX_SAFE_INTEGER;
  const commonest = (entries: readonly DictionaryEntry[]) =>
    Math.min(rarest, ...entries.map((one) => dictionary.rarity(one.traditional) ?? rarest));
  const english = commonest(translationsOf(text, dictionary));
  const isEnglish = english < rarest && (english < COMMON || english < commonest(readings));
  return { readings, isEnglish };
}

/** The entries that mean exactly an English word, or what it is an irregular form of; no transliterations. */
function translationsOf(text: string, dictionary: Dictionary): DictionaryEntry[] {
  const word = text.trim().toLowerCase();
  // luxing is read before it is a form of lux; sang and women are forms that everybody knows.
  const forms = word.endsWith('ing') ? [word] : [word, ...lemmasOf(word)];
  return forms
    .flatMap((form) => dictionary.meaning(form, 25))
    .filter((entry) => !/^[A-Z]/.test(entry.pinyin) && !isReading(word, [entry]));
}

/** More entries than any syllable has. */
const ALL_OF_A_SYLLABLE = 250;

/** By pinyin as typed: what is wholly read so, also with ü for u (luxing: lùxīng, lǚxíng), then what begins so. */
function readAs(text: string, dictionary: Dictionary, limit: number): DictionaryEntry[] {
  const tones = tonesIn(text);
  // Tones and parts choose among all that have the letters, and those may be many.
  const enough = tones === '' && !/['’\s]/.test(text.trim()) ? limit : ALL_OF_A_SYLLABLE;
  const other = toneless(withUmlaut(text));
  const whole = dictionary
    .byPinyin(withUmlaut(text), enough)
    .filter(({ pinyin }) => toneless(pinyin) === other);
  const found = dictionary.byPinyin(text, enough);
  const begin = found.findIndex(({ pinyin }) => toneless(pinyin) !== toneless(text));
  const all = distinct(found.toSpliced(begin < 0 ? found.length : begin, 0, ...whole));
  const isSo = ({ pinyin }: DictionaryEntry) =>
    (tones === '' || tonesIn(pinyin).startsWith(tones)) && isPartedSo(pinyin, text);
  // CC-CEDICT knows no frequencies: xiexie is 謝謝 before it is diarrhoea.
  const isUsual = (entry: DictionaryEntry) =>
    isCommonWord(entry.traditional) && isReading(text, [entry]);
  return all
    .map((entry) => ({ entry, place: (isSo(entry) ? 0 : 2) + (isUsual(entry) ? 0 : 1) }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ entry }) => entry);
}

/** Whether syllables end where an apostrophe or a space was typed: xi'an as 西安, not as 先. */
function isPartedSo(pinyin: string, text: string): boolean {
  if (!/['’\s]/.test(text.trim())) return true;
  const ends = (parts: readonly string[]) =>
    parts.map((_, index) => toneless(parts.slice(0, index + 1).join('')).length);
  const syllables = new Set(ends(pinyin.split(' ')));
  return ends(text.trim().split(/['’\s]+/))
    .slice(0, -1)
    .every((end) => syllables.has(end));
}

/** Whether tones are marked or numbered. */
function hasTones(text: string): boolean {
  return /[^a-z\s'’üv:]/i.test(text) || tonesIn(text) !== '';
}

/** `luxing` as `lüxing`: u behind l and n, except in lun, luan, luo, nuan and the like. */
function withUmlaut(text: string): string {
  return text.replace(/(?<=[ln])u(?![aion])/gi, 'ü');
}

/** Whether one of the entries is read, tones apart, as what was typed. */
function isReading(typed: string, entries: readonly DictionaryEntry[]): boolean {
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
