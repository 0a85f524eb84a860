import type { Feature } from './features.ts';
import type { BeadCosts } from './search.ts';

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
  readonly costs: BeadCosts;
}

export const MODEL: Model = {
  priors: {
    '1-1': 0.827,
    '1-0': 0.058,
    '0-1': 0.197,
    '1-2': 0.0786,
    '2-1': 0.0905,
    '2-2': 0.011,
    '1-3': 0.00186,
    '3-1': 0.0133,
    '2-3': 0.00408,
    '3-2': 0.00279,
    '1-4': 0.00123,
    '4-1': 0.0035,
  },
  lambda: 0.4,
  weights: {
    englishWords: 0.229,
    chineseWords: 0.039,
    englishKnown: -0.236,
    chineseKnown: -0.016,
    englishCoverage: 0.754,
    chineseCoverage: 2.203,
    silentEnglish: -1.12,
    silentChinese: -1.862,
    length: 0.417,
    opens: 0.235,
    closes: 1.171,
    last: 0.609,
    repeated: 1.35,
    caption: 8.016,
  },
  spread: 0.03,
  spreadShort: 1,
  smoothing: 200,
  rest: 0.3,
  costs: { pair: 0.45, empty: 0.4, worth: 0.9 },
};
