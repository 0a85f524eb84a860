import { type Band, cellOf, cellsIn } from './band.ts';
import { BEAD_KINDS } from './bead.ts';

/** How good a bead of `kind` that begins at a place is, as a log; −∞ where it is not allowed. */
export type BeadScore = (kind: number, en: number, zh: number) => number;

/** A bead found: from where it goes, of which kind. */
export interface FoundBead {
  readonly kind: number;
  readonly en: number;
  readonly zh: number;
  /** The share of all ways through the text, weighed by their likelihood, that have this bead. */
  readonly probability: number;
}

const KINDS = BEAD_KINDS.length;
const NEVER = Number.NEGATIVE_INFINITY;
/** What adding a bead to the way costs, so that many unlikely ones do not outweigh a likely one. */
export interface BeadCosts {
  readonly pair: number;
  readonly empty: number;
  /** What a bead with an empty side is worth, against 1 for one with two sides. */
  readonly worth: number;
}

/**
 * The way through a band with the most beads to be expected right (not the likeliest way as a
 * whole: what is counted in the end are beads); null where no way leads to the end. Forward and
 * backward sums give the probability of each bead.
 */
export function search(band: Band, score: BeadScore, costs: BeadCosts): FoundBead[] | null {
  const scores = scoresOf(band, score);
  const forward = forwardSums(band, scores);
  const whole = forward[forward.length - 1] ?? NEVER;
  if (whole === NEVER) return null;
  return surestWay(band, probabilitiesOf(band, scores, forward, whole), costs);
}

function scoresOf(band: Band, score: BeadScore): Float32Array {
  const scores = new Float32Array(cellsIn(band) * KINDS).fill(NEVER);
  for (let en = 0; en < band.low.length; en += 1) {
    for (let zh = band.low[en] ?? 0; zh <= (band.high[en] ?? -1); zh += 1) {
      const cell = cellOf(band, en, zh);
      for (let kind = 0; kind < KINDS; kind += 1) {
        if (endOf(band, kind, en, zh) >= 0) scores[cell * KINDS + kind] = score(kind, en, zh);
      }
    }
  }
  return scores;
}

/** The cell in which a bead ends, or -1. */
function endOf(band: Band, kind: number, en: number, zh: number): number {
  const [a, b] = BEAD_KINDS[kind] ?? [1, 1];
  return cellOf(band, en + a, zh + b);
}

function forwardSums(band: Band, scores: Float32Array): Float64Array {
  const forward = new Float64Array(cellsIn(band)).fill(NEVER);
  forward[0] = 0;
  for (let en = 0; en < band.low.length; en += 1) {
    for (let zh = band.low[en] ?? 0; zh <= (band.high[en] ?? -1); zh += 1) {
      const cell = cellOf(band, en, zh);
      const here = forward[cell] ?? NEVER;
      if (here === NEVER) continue;
      for (let kind = 0; kind < KINDS; kind += 1) {
        const value = scores[cell * KINDS + kind] ?? NEVER;
        if (value === NEVER) continue;
        const end = endOf(band, kind, en, zh);
        forward[end] = addLogs(forward[end] ?? NEVER, here + value);
      }
    }
  }
  return forward;
}

function probabilitiesOf(
  band: Band,
  scores: Float32Array,
  forward: Float64Array,
  whole: number,
): Float32Array {
  // Each score is read once and then overwritten: a large text has millions.
  const probabilities = scores;
  const backward = new Float64Array(forward.length).fill(NEVER);
  backward[backward.length - 1] = 0;
  for (let en = band.low.length - 1; en >= 0; en -= 1) {
    for (let zh = band.high[en] ?? -1; zh >= (band.low[en] ?? 0); zh -= 1) {
      const cell = cellOf(band, en, zh);
      let sum = backward[cell] ?? NEVER;
      for (let kind = 0; kind < KINDS; kind += 1) {
        const slot = cell * KINDS + kind;
        const value = scores[slot] ?? NEVER;
        if (value === NEVER) continue;
        const rest = value + (backward[endOf(band, kind, en, zh)] ?? NEVER);
        sum = addLogs(sum, rest);
        const probability = Math.exp((forward[cell] ?? NEVER) + rest - whole);
        probabilities[slot] = Math.min(1, probability);
      }
      backward[cell] = sum;
    }
  }
  return probabilities;
}

function surestWay(band: Band, probabilities: Float32Array, costs: BeadCosts): FoundBead[] {
  const ends = band.low.length - 1;
  const best = new Float64Array(cellsIn(band)).fill(NEVER);
  const chosen = new Int8Array(best.length).fill(-1);
  best[0] = 0;
  for (let en = 0; en <= ends; en += 1) {
    for (let zh = band.low[en] ?? 0; zh <= (band.high[en] ?? -1); zh += 1) {
      const cell = cellOf(band, en, zh);
      const here = best[cell] ?? NEVER;
      if (here === NEVER) continue;
      for (let kind = 0; kind < KINDS; kind += 1) {
        const probability = probabilities[cell * KINDS + kind] ?? NEVER;
        if (probability === NEVER) continue;
        const end = endOf(band, kind, en, zh);
        const [a, b] = BEAD_KINDS[kind] ?? [1, 1];
        const gain =
          a > 0 && b > 0 ? probability - costs.pair : costs.worth * probability - costs.empty;
        const total = here + gain;
        if (total > (best[end] ?? NEVER)) {
          best[end] = total;
          chosen[end] = kind;
        }
      }
    }
  }
  const beads: FoundBead[] = [];
  for (let en = ends, zh = band.high[ends] ?? 0; en > 0 || zh > 0; ) {
    const kind = chosen[cellOf(band, en, zh)] ?? 0;
    const [a, b] = BEAD_KINDS[kind] ?? [1, 1];
    en -= a;
    zh -= b;
    const probability = probabilities[cellOf(band, en, zh) * KINDS + kind] ?? 0;
    beads.push({ kind, en, zh, probability });
  }
  return beads.reverse();
}

/** Sums differ by less than a billionth where one summand is this much smaller, as a log. */
const NOTHING = 20;

function addLogs(one: number, other: number): number {
  const high = Math.max(one, other);
  const low = Math.min(one, other);
  return high - low < NOTHING ? high + Math.log1p(Math.exp(low - high)) : high;
}
