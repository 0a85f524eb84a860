import { BEAD_KINDS } from './bead.ts';
import type { FoundBead } from './search.ts';
import type { Side } from './tokens.ts';
import type { Link } from './translations.ts';

/** Beads less sure than this teach nothing. */
const SURE = 0.5;
/** Words that stand together in fewer beads may do so by chance. */
const FEWEST = 2;
/** Words in more beads are common ones, which the dictionary has. */
const MOST = 300;
/** Log-likelihood ratio (Dunning 1993) from which a pair is believed. */
const BELIEVED = 10;

/** The different words of the beads that are sure enough to learn from. */
interface Lessons {
  readonly en: readonly (readonly number[])[];
  readonly zh: readonly (readonly number[])[];
}

/**
 * Word pairs that a text tells by itself: those which stand in the same surely aligned beads far
 * more often than chance would have it (Dunning 1993, "Accurate Methods for the Statistics of
 * Surprise and Coincidence").
 */
export function learnedLinks(beads: readonly FoundBead[], en: Side, zh: Side): Link[] {
  const lessons = lessonsIn(beads, en, zh);
  const total = lessons.en.length;
  const chinese = timesOf(lessons.zh);
  const links: Link[] = [];
  // One English word after the other: all pairs at once would be millions in a large text.
  for (const [word, places] of placesOf(lessons.en)) {
    if (places.length < FEWEST || places.length > MOST) continue;
    const together = timesOf(places.map((place) => lessons.zh[place] ?? []));
    for (const [partner, both] of together) {
      const times = { en: places.length, zh: chinese.get(partner) ?? 0 };
      if (both < FEWEST || both * total <= times.en * times.zh) continue;
      if (surprise(both, times.en, times.zh, total) < BELIEVED) continue;
      const strength = (2 * both) / (times.en + times.zh);
      links.push({ en: word, zh: partner, strength });
    }
  }
  return links;
}

function lessonsIn(beads: readonly FoundBead[], en: Side, zh: Side): Lessons {
  const sure = beads.filter(({ kind, probability }) => {
    const [a, b] = BEAD_KINDS[kind] ?? [1, 1];
    return a > 0 && b > 0 && probability >= SURE;
  });
  const words = (side: Side, from: number, length: number) => [
    ...new Set(side.tokens.slice(from, from + length).flatMap((segment) => [...segment])),
  ];
  return {
    en: sure.map(({ kind, en: from }) => words(en, from, BEAD_KINDS[kind]?.[0] ?? 1)),
    zh: sure.map(({ kind, zh: from }) => words(zh, from, BEAD_KINDS[kind]?.[1] ?? 1)),
  };
}

function timesOf(lists: readonly (readonly number[])[]): Map<number, number> {
  const times = new Map<number, number>();
  for (const list of lists) for (const word of list) times.set(word, (times.get(word) ?? 0) + 1);
  return times;
}

function placesOf(lists: readonly (readonly number[])[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const [place, list] of lists.entries()) {
    for (const word of list) {
      const known = places.get(word);
      if (known === undefined) places.set(word, [place]);
      else known.push(place);
    }
  }
  return places;
}

/** Dunning's ratio for two words that stand in `en` and `zh` of `total` beads, in `both` together. */
function surprise(both: number, en: number, zh: number, total: number): number {
  const log = (times: number, of: number, share: number) =>
    (times > 0 ? times * Math.log(share) : 0) +
    (of > times ? (of - times) * Math.log(1 - share) : 0);
  const anywhere = zh / total;
  const here = both / en;
  const elsewhere = (zh - both) / Math.max(1, total - en);
  return (
    2 *
    (log(both, en, here) +
      log(zh - both, total - en, elsewhere) -
      log(both, en, anywhere) -
      log(zh - both, total - en, anywhere))
  );
}
