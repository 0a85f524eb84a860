import { lettersOf, type NumberedSyllable, toneOf } from '../language/pinyin.ts';
import { zhuyin } from '../language/zhuyin.ts';
import { accepted, EXACT, type Outcome, WRONG } from './outcome.ts';

type Reading = readonly NumberedSyllable[];

/** A typed reading taken apart: its letters, and the tone that stands at or behind each of them. */
interface Typed {
  readonly letters: string;
  /** By place in `letters`; a digit belongs to the letter before it. */
  readonly tones: ReadonlyMap<number, number>;
}

const MARKS: Readonly<Record<string, number>> = {
  '\u0304': 1,
  '\u0301': 2,
  '\u030c': 3,
  '\u0300': 4,
};
/** Marks that are typed instead of a caron. */
const BREVE = '\u0306';

/**
 * Judges a reading in pinyin (marks, numbers, v, ü or u:) or in zhuyin. Tones may be left out, all
 * or some, and that is noted; a tone that is given has to be right.
 */
export function judgeReading(text: string, readings: readonly Reading[]): Outcome {
  for (const [index, reading] of readings.entries()) {
    const outcome = isZhuyin(text) ? inZhuyin(text, reading) : inPinyin(text, reading);
    if (outcome === WRONG) continue;
    return index === 0 ? outcome : accepted(...outcome.notes, 'usage');
  }
  return WRONG;
}

function inPinyin(text: string, reading: Reading): Outcome {
  const typed = typedPinyin(text);
  const parts = reading.map((syllable) => withV(lettersOf(syllable)));
  if (typed === null || !isSpelt(withV(typed.letters), parts)) return WRONG;
  const given = tonesBySyllable(typed.tones, parts);
  return given === null ? WRONG : byTones(given, reading);
}

/** The tone given for each syllable, null where none is; null in all where one has two. */
function tonesBySyllable(
  tones: ReadonlyMap<number, number>,
  parts: readonly string[],
): (number | null)[] | null {
  let start = 0;
  const found: (number | null)[] = [];
  for (const part of parts) {
    const own = [...tones].filter(([place]) => place >= start && place < start + part.length);
    if (own.length > 1) return null;
    found.push(own[0]?.[1] ?? null);
    start += part.length;
  }
  return found;
}

/** All tones or none: a syllable without a mark beside one with a mark is neutral. */
function byTones(given: readonly (number | null)[], reading: Reading): Outcome {
  const tones = reading.map(toneOf);
  if (given.every((tone, index) => (tone ?? 5) === tones[index])) return EXACT;
  return given.every((tone) => tone === null) ? accepted('tones') : WRONG;
}

/** Null for what has something else in it than letters, tones, apostrophes, hyphens and spaces. */
function typedPinyin(text: string): Typed | null {
  let letters = '';
  const tones = new Map<number, number>();
  for (const character of text.normalize('NFKC').toLowerCase().normalize('NFD')) {
    const mark = character === BREVE ? 3 : MARKS[character];
    if (/[a-z]/.test(character)) letters += character;
    else if (mark !== undefined) tones.set(letters.length - 1, mark);
    else if (/[0-5]/.test(character)) tones.set(letters.length - 1, Number(character) || 5);
    else if (character === '\u0308') letters = `${letters.slice(0, -1)}v`;
    else if (character === ':' && letters.endsWith('u')) letters = `${letters.slice(0, -1)}v`;
    else if (!/[\s\p{P}\p{S}]/u.test(character)) return null;
  }
  return { letters, tones };
}

/** ü as v, but not behind j, q, x and y, where it is written u. */
function withV(letters: string): string {
  return letters.replaceAll('u:', 'v').replace(/([jqxy])v/g, '$1u');
}

/** `nue` and `lue` can only be nüe and lüe; any other u is none. */
function isSpelt(letters: string, parts: readonly string[]): boolean {
  return (
    letters === parts.join('') ||
    letters === parts.map((part) => part.replace(/^([nl])ve$/, '$1ue')).join('')
  );
}

function isZhuyin(text: string): boolean {
  return /\p{Script=Bopomofo}/u.test(text);
}

/** Zhuyin leaves the first tone bare, so tones are left out only where none stands at all. */
function inZhuyin(text: string, reading: Reading): Outcome {
  const wanted = reading.map((syllable) => zhuyin(syllable) ?? '');
  const typed = text.normalize('NFC').replace(/[\s\u3000\p{P}]+/gu, '');
  if (bare(typed) !== wanted.map(bare).join('')) return WRONG;
  if (withTones(typed) === withTones(wanted.join(''))) return EXACT;
  const none = !/[ˉˊˇˋ˙]/.test(typed);
  return none ? accepted('tones') : WRONG;
}

function bare(symbols: string): string {
  return symbols.replace(/[ˉˊˇˋ˙]/g, '');
}

/** The neutral tone is written before its syllable or behind it; the first one may have its mark. */
function withTones(symbols: string): string {
  return symbols.replaceAll('ˉ', '').replace(/˙([\u3105-\u312f]+)/g, '$1˙');
}
