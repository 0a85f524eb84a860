import { type NumberedSyllable, toneOf } from '../language/pinyin.ts';
import type { ArticleWord } from './article-words.ts';
import type { Chance } from './chance.ts';
import type { Difficulty } from './question.ts';
import { otherTones, soundAlikes } from './syllables.ts';

type Reading = readonly NumberedSyllable[];

/** Of three wrong readings, how many differ in a tone; the others in the sound of one syllable. */
const TONES: Readonly<Record<Difficulty, number>> = { easy: 0, normal: 2, hard: 3 };

/**
 * Whether a word's reading can be asked: the same in Taiwan, on the mainland and in every entry,
 * no neutral tone, which some say in full, and no 一 or 不, whose tone changes in speech.
 */
export function hasOneReading({ zh, entries, readings }: ArticleWord): boolean {
  const { taiwan, mainland } = readings;
  return (
    !/[一不]/.test(zh) &&
    taiwan.join() === mainland.join() &&
    taiwan.every((syllable) => /^[a-z:]+[1-4]$/.test(syllable)) &&
    entries.every(({ pinyin }) => pinyin.toLowerCase() === taiwan.join(' '))
  );
}

/** Three readings that differ from the right one in one syllable each, or null. */
export function wrongReadings(
  right: Reading,
  difficulty: Difficulty,
  chance: Chance,
): Reading[] | null {
  const tones = variants(right, otherTones).filter((one) => !isSandhi(right, one));
  const sounds = variants(right, soundAlikes);
  const wanted = TONES[difficulty];
  const first = chance.shuffled(tones).slice(0, wanted);
  const second = chance.shuffled(sounds).slice(0, 3 - first.length);
  const rest = chance.shuffled(tones).filter((one) => !first.includes(one));
  const found = [...first, ...second, ...rest].slice(0, 3);
  return found.length === 3 ? found : null;
}

function variants(
  right: Reading,
  othersOf: (syllable: NumberedSyllable) => NumberedSyllable[],
): Reading[] {
  return right.flatMap((syllable, place) =>
    othersOf(syllable).map((other) => right.with(place, other)),
  );
}

/** ní hǎo is how nǐ hǎo is said: a third tone before another one is no mistake as a second. */
function isSandhi(right: Reading, other: Reading): boolean {
  return right.some(
    (syllable, place) =>
      toneOf(syllable) === 3 &&
      toneOf(other[place] ?? '') === 2 &&
      toneOf(right[place + 1] ?? '') === 3,
  );
}
