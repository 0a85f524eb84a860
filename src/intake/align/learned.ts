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
  const times = counted(lessons.zh);
  const links: Link[] = [];
  const together = new Map<number, number>();
  // One English word after the other: all pairs at once would be millions in a large text.
  for (const [word, places] of placesOf(lessons.en)) {
    if (places.length < FEWEST || places.length > MOST) continue;
    together.clear();
    for (const place of places) count(lessons.zh[place] ?? [], together);
    for (const [partner, both] of together) {
      const chinese = times.get(partner) ?? 0;
      if (both < FEWEST || both * total <= places.length * chinese) continue;
      if (surprise(both, places.length, chinese, total) < BELIEVED) continue;
      links.push({ en: word, zh: partner, strength: (2 * both) / (places.length + chinese) });
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

function counted(lists: readonly (readonly number[])[]): Map<number, number> {
  const times = new Map<number, number>();
  for (const list of lists) count(list, times);
  return times;
}

function count(words: readonly number[], times: Map<number, number>): void {
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
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
