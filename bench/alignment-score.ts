import { type BareBead, formatBead } from '../src/intake/align/bead-file.ts';

/** What a document adds to the score of its set. */
export interface Counts {
  /** Beads said, and those of them that the gold has. */
  readonly said: number;
  readonly right: number;
  /** Beads of the gold with two sides, and those of them that were said. */
  readonly pairs: number;
  readonly found: number;
}

/** A bead counts as right only if both its sides are exactly those of the gold. */
export function countsOf(gold: readonly BareBead[], said: readonly BareBead[]): Counts {
  const inGold = new Set(gold.map(formatBead));
  const inSaid = new Set(said.map(formatBead));
  const pairs = gold.filter(({ en, zh }) => en.length > 0 && zh.length > 0).map(formatBead);
  return {
    said: inSaid.size,
    right: inGold.intersection(inSaid).size,
    pairs: pairs.length,
    found: pairs.filter((pair) => inSaid.has(pair)).length,
  };
}

/**
 * The strict score of Vecalign and Bertalign: precision over all beads said, those with an empty
 * side too; recall over the beads of the gold that have two sides; over all documents together.
 */
export function scoreOf(documents: readonly Counts[]) {
  const sum = (part: keyof Counts) => documents.reduce((total, one) => total + one[part], 0);
  const precision = sum('right') / Math.max(1, sum('said'));
  const recall = sum('found') / Math.max(1, sum('pairs'));
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}
