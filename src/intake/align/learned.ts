import { BEAD_KINDS } from './bead.ts';
import type { FoundBead } from './search.ts';
import type { Side } from './tokens.ts';
import type { Link } from './translations.ts';

/** Words that come more often are known to the dictionary or say nothing. */
const FEWEST = 2;
/** Log-likelihood ratio (Dunning 1993) from which a pair is believed. */
const BELIEVED = 10;

/**
 * Word pairs that a text tells by itself: those which stand in the same surely aligned beads far
 * more often than chance would have it (Dunning 1993, "Accurate Methods for the Statistics of
 * Surprise and Coincidence").
 */
export function learnedLinks(beads: readonly FoundBead[], en: Side, zh: Side): Link[] {
  const together = new Map<number, number>();
  const ofEnglish = new Map<number, number>();
  const ofChinese = new Map<number, number>();
  const size = 2 ** 26;
  let total = 0;
  for (const { kind, en: i, zh: j, probability } of beads) {
    const [a, b] = BEAD_KINDS[kind] ?? [1, 1];
    if (a === 0 || b === 0 || probability < 0.5) continue;
    const here = new Set(en.tokens.slice(i, i + a).flatMap((one) => [...one]));
    const there = new Set(zh.tokens.slice(j, j + b).flatMap((one) => [...one]));
    total += 1;
    for (const z of there) ofChinese.set(z, (ofChinese.get(z) ?? 0) + 1);
    for (const e of here) {
      ofEnglish.set(e, (ofEnglish.get(e) ?? 0) + 1);
      for (const z of there) together.set(e * size + z, (together.get(e * size + z) ?? 0) + 1);
    }
  }
  const links: Link[] = [];
  for (const [key, both] of together) {
    if (both < FEWEST) continue;
    const e = Math.floor(key / size);
    const z = key % size;
    const ce = ofEnglish.get(e) ?? 0;
    const cz = ofChinese.get(z) ?? 0;
    if (both * total <= ce * cz) continue;
    if (surprise(both, ce, cz, total) < BELIEVED) continue;
    links.push({ en: e, zh: z, strength: (2 * both) / (ce + cz) });
  }
  return links;
}

function surprise(both: number, en: number, zh: number, total: number): number {
  const term = (k: number, n: number, p: number) =>
    (k > 0 ? k * Math.log(p) : 0) + (n - k > 0 ? (n - k) * Math.log(1 - p) : 0);
  const p = zh / total;
  const p1 = both / en;
  const p2 = (zh - both) / Math.max(1, total - en);
  return (
    2 *
    (term(both, en, p1) +
      term(zh - both, total - en, p2) -
      term(both, en, p) -
      term(zh - both, total - en, p))
  );
}
