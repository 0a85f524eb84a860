import type { Feature } from './features.ts';

/**
 * The few numbers of the model. They were fitted over all gold texts at once, by document in turn
 * (see docs/alignment.md), and hold for novels, minutes and news alike.
 */
export interface Model {
  /** How often beads of each kind come, relative to each other, by the kind's name (`1-2`). */
  readonly priors: Readonly<Record<string, number>>;
  /** Share of the words that stand without a partner in a good translation. */
  readonly lambda: number;
  /** What each feature of a bead counts. */
  readonly weights: Readonly<Record<Feature, number>>;
  /** Variance of the lengths: a constant part and one for each unit of length (as logs). */
  readonly spread: number;
  readonly spreadShort: number;
  /** Counts that the general frequency of a word weighs against those of the text. */
  readonly smoothing: number;
  /** Weight left for translations that neither the dictionary nor the text tells. */
  readonly rest: number;
  /** Beads that the general priors weigh against those counted in the text itself. */
  readonly steadiness: number;
}

export const MODEL: Model = {
  priors: {
    '1-1': 0.75,
    '1-0': 0.03,
    '0-1': 0.03,
    '1-2': 0.06,
    '2-1': 0.08,
    '2-2': 0.01,
    '1-3': 0.01,
    '3-1': 0.015,
    '2-3': 0.003,
    '3-2': 0.003,
    '1-4': 0.003,
    '4-1': 0.006,
  },
  lambda: 0.55,
  weights: {
    words: 0.5,
    silent: -2,
    length: 1.3,
    opens: 0,
    closes: 0,
    last: 0,
    repeated: 3,
    caption: 8,
  },
  spread: 0.04,
  spreadShort: 1.7,
  smoothing: 200,
  rest: 0.3,
  steadiness: 300,
};
