import type { Place } from './band.ts';
import type { Text } from './lexicon.ts';
import type { Postings } from './postings.ts';
import type { Link } from './translations.ts';

/** Two words that come more often than this together (times by times) say nothing about places. */
const MOST_PLACES = 16;

interface Anchor extends Place {
  readonly weight: number;
}

/**
 * A first, rough way through a text: the heaviest chain of places where rare words that translate
 * each other stand. O(k log k) in the number of such places, which grows with the text.
 */
export function roughWay(text: Text, end: Place): Place[] {
  const anchors = anchorsOf(text.links, text.en.postings, text.zh.postings);
  const chain = heaviestChain(anchors, end.zh);
  return [{ en: 0, zh: 0 }, ...chain, end];
}

function anchorsOf(links: readonly Link[], en: Postings, zh: Postings): Anchor[] {
  const weights = new Map<number, Map<number, number>>();
  for (const link of links) {
    const here = en[link.en] ?? [];
    const there = zh[link.zh] ?? [];
    const places = here.length * there.length;
    if (places > MOST_PLACES) continue;
    const weight = (link.strength / places) * Math.log(1 + MOST_PLACES / places);
    for (const i of here) {
      const row = weights.get(i) ?? new Map<number, number>();
      weights.set(i, row);
      for (const j of there) row.set(j, (row.get(j) ?? 0) + weight);
    }
  }
  return [...weights].flatMap(([i, row]) =>
    Array.from(row, ([j, weight]) => ({ en: i, zh: j, weight })),
  );
}

/** The chain that rises on both sides and weighs most (a Fenwick tree of the best so far). */
function heaviestChain(anchors: readonly Anchor[], width: number): Place[] {
  const sorted = anchors.toSorted((a, b) => a.en - b.en || b.zh - a.zh);
  const best = new Float64Array(width + 2);
  const bestAt = new Int32Array(width + 2).fill(-1);
  const totals = new Float64Array(sorted.length);
  const before = new Int32Array(sorted.length).fill(-1);
  sorted.forEach((anchor, index) => {
    let total = 0;
    for (let at = anchor.zh; at > 0; at -= at & -at) {
      if ((best[at] ?? 0) > total) {
        total = best[at] ?? 0;
        before[index] = bestAt[at] ?? -1;
      }
    }
    total += anchor.weight;
    totals[index] = total;
    for (let at = anchor.zh + 1; at < best.length; at += at & -at) {
      if (total > (best[at] ?? 0)) {
        best[at] = total;
        bestAt[at] = index;
      }
    }
  });
  let last = totals.reduce((top, total, index) => (total > (totals[top] ?? 0) ? index : top), 0);
  const chain: Place[] = [];
  for (; last >= 0; last = before[last] ?? -1) {
    const anchor = sorted[last];
    if (anchor !== undefined) chain.push({ en: anchor.en, zh: anchor.zh });
  }
  return chain.reverse();
}
