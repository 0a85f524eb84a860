import { pinyin } from 'pinyin-pro';
import type { Dictionary } from './dictionary.ts';
import { type DictionaryEntry, isMarginal } from './dictionary-entry.ts';
import { isHan } from './han.ts';
import { isSurnameBefore } from './names.ts';
import { type NumberedSyllable, syllablesIn } from './pinyin.ts';
import { polyphoneReading, readsAlike, usualReading } from './polyphone-rules.ts';
import { type Script, sameLengthInScript, scriptOf } from './scripts.ts';
import { taiwanSyllables } from './taiwan-usage.ts';
import { type Word, wordsIn } from './words.ts';

/** Whose readings: Taiwan's (研究 yánjiù, few neutral tones) or the mainland's (yánjiū). */
export type Usage = 'taiwan' | 'mainland';

/** A word with one numbered syllable a character; null for what is not Chinese. */
export interface ReadWord extends Word {
  readonly syllables: readonly NumberedSyllable[] | null;
}

/** The words of a text with their syllables: by CC-CEDICT's word, our rules, then pinyin-pro. */
export function readWords(text: string, dictionary: Dictionary, usage: Usage): ReadWord[] {
  const reader = new TextReader(text, dictionary, usage);
  let at = 0;
  return wordsIn(text, dictionary).map((found) => {
    at += found.text.length;
    const name = found.name || isSurnameBefore(found.text, text.slice(at, at + 2));
    const word = { ...found, name };
    const syllables =
      word.kind === 'chinese' ? reader.syllables(word, at - word.text.length) : null;
    return { ...word, syllables };
  });
}

/** The syllables of an entry, as Taiwan or the mainland says it. */
export function syllablesOf(
  entry: DictionaryEntry,
  usage: Usage,
  { lookup }: Pick<Dictionary, 'lookup'>,
): NumberedSyllable[] {
  const syllables = syllablesIn(entry.pinyin);
  if (usage === 'mainland') return syllables;
  return taiwanSyllables(entry.traditional, syllables, entry.taiwanPinyin, lookup);
}

class TextReader {
  readonly #dictionary: Dictionary;
  readonly #usage: Usage;
  readonly #script: Script;
  readonly #text: string;
  readonly #traditional: string;
  #guessed: readonly string[] | undefined;

  constructor(text: string, dictionary: Dictionary, usage: Usage) {
    this.#text = text;
    this.#dictionary = dictionary;
    this.#usage = usage;
    this.#script = scriptOf(text) ?? 'traditional';
    this.#traditional =
      this.#script === 'simplified' ? sameLengthInScript(text, 'traditional') : text;
  }

  syllables(word: Word, start: number): NumberedSyllable[] {
    const characters = [...word.text];
    const whole = word.name ? null : this.#ofWord(word.text, start, characters.length);
    if (whole !== null) return whole;
    let at = start;
    return characters.map((character, place) => {
      at += character.length;
      // A word of ours that CC-CEDICT has not: 門口兒.
      const last = place === characters.length - 1;
      if (!word.name && place > 0 && last && /[兒儿]/.test(character)) return 'r5';
      const found = this.#ofWord(character, at - character.length, 1)?.[0] ?? character;
      return word.name && place === 0 ? `${found.charAt(0).toUpperCase()}${found.slice(1)}` : found;
    });
  }

  #ofWord(text: string, start: number, length: number): NumberedSyllable[] | null {
    const entry = this.#entryOf(text, start, length);
    if (entry === null) {
      return length === 1 ? this.#guess(start, text.length) : null;
    }
    return syllablesOf(entry, this.#usage, this.#dictionary);
  }

  #entryOf(text: string, start: number, length: number): DictionaryEntry | null {
    const entries = this.#candidates(text, length);
    const [first] = entries;
    if (first === undefined) return null;
    const listed = this.#listed(start, text.length, length);
    if (listed !== null) {
      const all = this.#dictionary.lookup(text);
      const found =
        entries.find(({ pinyin }) => pinyin === listed) ??
        all.find(({ pinyin }) => pinyin === listed || pinyin.toLowerCase() === listed);
      if (found !== undefined) return found;
    }
    if (entries.every((entry) => entry.pinyin === first.pinyin)) {
      return entries.find((entry) => entry.taiwanPinyin !== null) ?? first;
    }
    const guess = this.#guess(start, text.length)?.join(' ') ?? first.pinyin;
    return entries.find((entry) => readsAlike(entry.pinyin, guess)) ?? first;
  }

  /** The reading that our own lists give: rules for a character, usual readings for a word. */
  #listed(start: number, units: number, length: number): string | null {
    const text = this.#traditional.slice(start, start + units);
    const ruled = polyphoneReading({
      word: text,
      before: this.#traditional.slice(Math.max(0, start - 12), start),
      after: this.#traditional.slice(start + units, start + units + 12),
    });
    return length > 1 ? (ruled ?? usualReading(text)) : ruled;
  }

  /** Entries with a syllable a character; surnames and variants only where there is nothing else. */
  #candidates(text: string, length: number): DictionaryEntry[] {
    const entries = this.#dictionary
      .lookup(text)
      .filter(({ pinyin }) => syllablesIn(pinyin).length === length && !pinyin.includes('xx5'));
    const ofScript = entries.filter((entry) => entry[this.#script] === text);
    const own = ofScript.length > 0 ? ofScript : entries;
    const usual = own.filter((entry) => !isMarginal(entry));
    const common = usual.filter(({ pinyin }) => !/^[A-Z]/.test(pinyin));
    return common.length > 0 ? common : usual.length > 0 ? usual : own;
  }

  /** What pinyin-pro reads there in the simplified whole text; null where it knows nothing. */
  #guess(start: number, length: number): NumberedSyllable[] | null {
    this.#guessed ??= guessedSyllables(this.#text);
    const found = this.#guessed.slice(start, start + length).filter((one) => one !== '');
    return found.length > 0 ? found : null;
  }
}

/** pinyin-pro's syllables by UTF-16 place; the empty string where it has none. */
function guessedSyllables(text: string): string[] {
  const simplified = sameLengthInScript(text, 'simplified');
  const read = pinyin(simplified, { type: 'array', toneType: 'num', toneSandhi: false });
  const characters = [...simplified];
  const places: string[] = new Array(text.length).fill('');
  if (read.length !== characters.length) return places;
  let at = 0;
  for (const [index, character] of characters.entries()) {
    const syllable = (read[index] ?? '').replace(/0$/, '5').replace('ü', 'u:');
    if (isHan(character) && /^[a-z:]+[1-5]$/.test(syllable)) places[at] = syllable;
    at += character.length;
  }
  return places;
}
