import { type Band, cellOf, cellsIn } from './band.ts';
import { BEAD_KINDS } from './bead.ts';

/** How good a bead of `kind` that ends at a cell's place is, as a log; −∞ where it is not allowed. */
export type BeadScore = (kind: number, en: number, zh: number) => number;

/** A bead found: from where it goes, of which kind. */
export interface FoundBead {
  readonly kind: number;
  readonly en: number;
  readonly zh: number;
  readonly probability: number;
}

/**
 * The likeliest way through a band, and how likely each of its beads is over all ways; null where
 * no way leads to the end.
 */
export function search(band: Band, score: BeadScore, temperature: number): FoundBead[] | null {
  const ends = band.low.length - 1;
  const end = band.high[ends] ?? 0;
  const cells = cellsIn(band);
  const kinds = BEAD_KINDS.length;
  const scores = new Float32Array(cells * kinds).fill(Number.NEGATIVE_INFINITY);
  const best = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY);
  const forward = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY);
  const chosen = new Int8Array(cells).fill(-1);
  best[0] = 0;
  forward[0] = 0;
  for (let en = 0; en <= ends; en += 1) {
    for (let zh = band.low[en] ?? 0; zh <= (band.high[en] ?? -1); zh += 1) {
      if (en === 0 && zh === 0) continue;
      const cell = cellOf(band, en, zh);
      for (const [kind, [a, b]] of BEAD_KINDS.entries()) {
        if (a > en || b > zh) continue;
        const from = cellOf(band, en - a, zh - b);
        if (from < 0 || best[from] === Number.NEGATIVE_INFINITY) continue;
        const value = score(kind, en - a, zh - b);
        if (value === Number.NEGATIVE_INFINITY) continue;
        scores[cell * kinds + kind] = value;
        const total = (best[from] ?? 0) + value;
        if (total > (best[cell] ?? 0)) {
          best[cell] = total;
          chosen[cell] = kind;
        }
        forward[cell] = addLogs(forward[cell] ?? 0, (forward[from] ?? 0) + value / temperature);
      }
    }
  }
  const whole = forward[cellOf(band, ends, end)] ?? 0;
  if (whole === Number.NEGATIVE_INFINITY) return null;
  const backward = backwardSums(band, scores, temperature);
  const found: FoundBead[] = [];
  for (let en = ends, zh = end; en > 0 || zh > 0; ) {
    const cell = cellOf(band, en, zh);
    const kind = chosen[cell] ?? 0;
    const [a, b] = BEAD_KINDS[kind] ?? [1, 1];
    const from = cellOf(band, en - a, zh - b);
    const log =
      (forward[from] ?? 0) +
      (scores[cell * kinds + kind] ?? 0) / temperature +
      (backward[cell] ?? 0);
    found.push({ kind, en: en - a, zh: zh - b, probability: Math.min(1, Math.exp(log - whole)) });
    en -= a;
    zh -= b;
  }
  return found.reverse();
}

function backwardSums(band: Band, scores: Float32Array, temperature: number): Float64Array {
  const kinds = BEAD_KINDS.length;
  const ends = band.low.length - 1;
  const backward = new Float64Array(cellsIn(band)).fill(Number.NEGATIVE_INFINITY);
  backward[backward.length - 1] = 0;
  for (let en = ends; en >= 0; en -= 1) {
    for (let zh = band.high[en] ?? -1; zh >= (band.low[en] ?? 0); zh -= 1) {
      const cell = cellOf(band, en, zh);
      const here = backward[cell] ?? 0;
      if (here === Number.NEGATIVE_INFINITY) continue;
      for (const [kind, [a, b]] of BEAD_KINDS.entries()) {
        const value = scores[cell * kinds + kind] ?? 0;
        if (value === Number.NEGATIVE_INFINITY) continue;
        const from = cellOf(band, en - a, zh - b);
        backward[from] = addLogs(backward[from] ?? 0, here + value / temperature);
      }
    }
  }
  return backward;
}

function addLogs(one: number, other: number): number {
  if (one === Number.NEGATIVE_INFINITY) return other;
  if (other === Number.NEGATIVE_INFINITY) return one;
  return one > other
    ? one + Math.log1p(Math.exp(other - one))
    : other + Math.log1p(Math.exp(one - other));
}
