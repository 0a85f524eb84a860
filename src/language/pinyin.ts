/** A syllable as CC-CEDICT writes it: letters, `u:` for ü, a tone 1 to 5 (5: neutral): `lu:4`. */
export type NumberedSyllable = string;

const MARKED: Readonly<Record<string, string>> = {
  a: 'āáǎàa',
  e: 'ēéěèe',
  i: 'īíǐìi',
  o: 'ōóǒòo',
  u: 'ūúǔùu',
  ü: 'ǖǘǚǜü',
};

/** Splits `Bei3 jing1` or `bei3jing1`; what is no syllable (`,`, Latin letters) stays a part. */
export function syllablesIn(pinyin: string): NumberedSyllable[] {
  return pinyin.split(/\s+/).filter((part) => part !== '');
}

/**
 * One syllable with its tone mark: `lu:4` → `lǜ`, `de5` → `de`. The mark stands on a or e, on the o
 * of ou, else on the last vowel (GB/T 16159-2012). What has no tone number comes back unchanged.
 */
export function marked(syllable: NumberedSyllable): string {
  const match = /^([a-zü:ê]+)([1-5])$/i.exec(syllable);
  if (match === null) return syllable;
  const [, written = '', tone = '5'] = match;
  const letters = written.replace(/u:|v/g, 'ü').replace(/U:/g, 'Ü');
  const place = markedVowel(letters.toLowerCase());
  const vowel = letters[place];
  if (vowel === undefined) return letters;
  const withMark = MARKED[vowel.toLowerCase()]?.[Number(tone) - 1] ?? vowel;
  const cased = vowel === vowel.toLowerCase() ? withMark : withMark.toUpperCase();
  return letters.slice(0, place) + cased + letters.slice(place + 1);
}

function markedVowel(letters: string): number {
  const strong = letters.search(/[ae]/);
  if (strong >= 0) return strong;
  const ou = letters.indexOf('ou');
  if (ou >= 0) return ou;
  return Math.max(...['i', 'o', 'u', 'ü'].map((vowel) => letters.lastIndexOf(vowel)));
}

/**
 * The syllables of a word in one, as Hànyǔ Pīnyīn writes it: an apostrophe before a later syllable
 * that begins with a vowel (Xī'ān), a new part at a capital inside (Táiwān Dàxué), r5 joined (nǎr),
 * Latin letters apart (kǎlā OK).
 */
export function joined(syllables: readonly NumberedSyllable[]): string {
  let word = '';
  let latin = false;
  for (const syllable of syllables) {
    const part = /^r5$/i.test(syllable) ? 'r' : marked(syllable);
    const wasLatin = latin;
    latin = /^[A-Z]+$/.test(syllable);
    if (word === '' || (latin && wasLatin)) word += part;
    else if (latin || wasLatin) word += ` ${part}`;
    else if (/^\p{Lu}/u.test(part)) word += ` ${part}`;
    else word += /^[aoeāáǎàēéěèōóǒò]/.test(part) ? `'${part}` : part;
  }
  return word;
}

/** Pinyin as a search key: no tones, spaces, apostrophes or capitals; ü and v as `v`. */
export function toneless(pinyin: string): string {
  return pinyin
    .toLowerCase()
    .replace(/u:|ü|ǖ|ǘ|ǚ|ǜ/g, 'v')
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}

const TONE_MARKS: Readonly<Record<string, string>> = {
  '\u0304': '1',
  '\u0301': '2',
  '\u030c': '3',
  '\u0300': '4',
};

/** The tones of pinyin with marks or numbers, neutral ones left out: `péngyou` and `peng2 you5` have 2. */
export function tonesIn(pinyin: string): string {
  return [...pinyin.normalize('NFD')]
    .map((one) => TONE_MARKS[one] ?? (/[1-4]/.test(one) ? one : ''))
    .join('');
}

/** The letters of a numbered syllable, without tone and in lower case. */
export function lettersOf(syllable: NumberedSyllable): string {
  return syllable.toLowerCase().replace(/[1-5]$/, '');
}

/** The tone, 1 to 5; 5 is the neutral tone and what has no number. */
export function toneOf(syllable: NumberedSyllable): number {
  return Number(/[1-5]$/.exec(syllable)?.[0] ?? 5);
}

/** The first letter made a capital, its tone mark kept. */
export function capitalized(pinyin: string): string {
  return pinyin.replace(/^\P{L}*\p{Ll}/u, (start) => start.toUpperCase());
}
