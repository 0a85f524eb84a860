import type { WordPairs } from '../../language/word-pairs-file.ts';
import type { Link } from './translations.ts';

/**
 * Names by their sound: Schmidt and 施密特 have the consonants s, m, t in common. Vowels, tones and
 * h say little across the two languages, and voiced and unvoiced consonants are heard as one.
 */
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/sch|tch|sh|ch|zh|th/g, 's'],
  [/ph/g, 'f'],
  [/[cg](?=[eiy])/g, 's'],
  [/x/g, 'ks'],
  [/[bp]/g, 'p'],
  [/[dt]/g, 't'],
  [/[cgkq]/g, 'k'],
  [/[jsz]/g, 's'],
  [/[fvw]/g, 'f'],
  [/[mn]/g, 'n'],
  [/[lr]/g, 'l'],
  [/[^ptksfnl]/g, ''],
  [/(.)\1+/g, '$1'],
];

/** The consonants of an English name; with and without the r that is not heard before others. */
function englishSounds(name: string): string[] {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const quiet = plain.replaceAll(/r(?![aeiouy])/g, '');
  return [...new Set([plain, quiet].map(consonantsOf))];
}

/** The consonants of a Chinese name in simplified characters: 施密特 → snt. */
function chineseSounds(name: string, pairs: WordPairs): string {
  const syllables = Array.from(name, (character) => pairs.soundOf(character));
  return consonantsOf(
    syllables
      .map((syllable) =>
        syllable
          .replace(/^er$/, 'l')
          .replace(/^[zcs]h?|^[jqx]/, 's')
          .replace(/ng$/, 'n'),
      )
      .join('a'),
  );
}

function consonantsOf(letters: string): string {
  return CLASSES.reduce((text, [from, to]) => text.replaceAll(from, to), letters);
}

/** Fewer consonants than this are alike by chance. */
const FEWEST = 3;
/** So many consonants may differ by one. */
const LONG = 4;
/** How surely names that sound the same, or nearly the same, are the same. */
const SAME = 0.8;
const NEARLY = 0.4;

/** Links between the names of a text that sound alike: linear in the names. */
export function soundLinks(
  english: ReadonlyMap<number, string>,
  chinese: ReadonlyMap<number, string>,
  pairs: WordPairs,
): Link[] {
  const bySound = new Map<string, { word: number; exact: boolean }[]>();
  const note = (sound: string, word: number, exact: boolean) => {
    const known = bySound.get(sound);
    if (known === undefined) bySound.set(sound, [{ word, exact }]);
    else known.push({ word, exact });
  };
  for (const [word, name] of chinese) {
    const sounds = chineseSounds(name, pairs);
    if (sounds.length < FEWEST) continue;
    note(sounds, word, true);
    if (sounds.length >= LONG) for (const shorter of shortened(sounds)) note(shorter, word, false);
  }
  return Array.from(english).flatMap(([word, name]) => {
    const strengths = new Map<number, number>();
    for (const sound of englishSounds(name)) {
      if (sound.length < FEWEST) continue;
      const ways = [sound, ...(sound.length >= LONG ? shortened(sound) : [])];
      for (const way of ways) {
        for (const found of bySound.get(way) ?? []) {
          // A consonant may be missing on one side, not one here and another there.
          if (way !== sound && !found.exact) continue;
          const strength = way === sound && found.exact ? SAME : NEARLY;
          strengths.set(found.word, Math.max(strengths.get(found.word) ?? 0, strength));
        }
      }
    }
    return Array.from(strengths, ([zh, strength]): Link => ({ en: word, zh, strength }));
  });
}

/** A sound with one consonant left out, each in turn. */
function shortened(sound: string): string[] {
  return Array.from(sound, (_, at) => sound.slice(0, at) + sound.slice(at + 1));
}
