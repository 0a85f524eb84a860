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
    '1-1': 0.808,
    '1-0': 0.0431,
    '0-1': 0.222,
    '1-2': 0.0847,
    '2-1': 0.0888,
    '2-2': 0.0105,
    '1-3': 0.00183,
    '3-1': 0.0142,
    '2-3': 0.00391,
    '3-2': 0.00252,
    '1-4': 0.00124,
    '4-1': 0.00403,
  },
  lambda: 0.4,
  weights: {
    englishWords: 0.212,
    chineseWords: 0.054,
    englishKnown: -0.225,
    chineseKnown: -0.023,
    englishCoverage: 0.815,
    chineseCoverage: 2.091,
    silentEnglish: -1.506,
    silentChinese: -1.813,
    length: 0.422,
    opens: 0.186,
    closes: 1.201,
    last: 0.603,
    repeated: 1.385,
    caption: 8.017,
  },
  spread: 0.03,
  spreadShort: 1,
  smoothing: 200,
  rest: 0.3,
  costs: { pair: 0.45, empty: 0.4, worth: 0.9 },
};
