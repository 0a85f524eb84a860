import type { Feature } from './features.ts';
import type { BeadCosts } from './search.ts';

/**
 * The few numbers of the model. They were fitted over all gold texts at once, for the most beads right
 * (see docs/alignment.md), and hold for novels, minutes and news alike.
 */
export interface Model {
  /** How often beads of each kind come, relative to each other, by the kind's name (`1-2`). */
  readonly priors: Readonly<Record<string, number>>;
  /** Share of the words that stand without a partner in a good translation. */
  readonly lambda: number;
  /** What each feature of a bead counts. */
  readonly weights: Readonly<Record<Feature, number>>;
  /** Counts that the general frequency of a word weighs against those of the text. */
  readonly smoothing: number;
  /** Weight left for translations that neither the dictionary nor the text tells. */
  readonly rest: number;
  readonly costs: BeadCosts;
  /**
   * What scores count in the last search. Weights that were fitted for the most beads right, instead
   * of for the likeliest ways, are too sure of themselves.
   */
  readonly surety: number;
}

export const MODEL: Model = {
  priors: {
    '1-1': 40.1,
    '1-0': 0.0165,
    '0-1': 0.0715,
    '1-2': 7.97,
    '2-1': 8.22,
    '2-2': 0.681,
    '1-3': 0.42,
    '3-1': 1.38,
    '2-3': 0.236,
    '3-2': 0.239,
    '1-4': 1.22,
    '4-1': 0.924,
    // Gold has so few of these that they share one.
    '1-5': 0.39,
    '5-1': 0.39,
    '1-6': 0.39,
    '6-1': 0.39,
  },
  lambda: 0.4,
  weights: {
    englishWords: 0.184,
    chineseWords: 0.119,
    englishKnown: -0.262,
    chineseKnown: -0.173,
    englishCoverage: 3.593,
    chineseCoverage: 5.765,
    silentEnglish: -0.055,
    silentChinese: 0.812,
    apart: -0.878,
    apartLong: -21.343,
    opens: 0.606,
    closes: 1.892,
    last: 0.982,
    // By hand: the gold has hardly any advertisement that comes back, and novels repeat themselves.
    repeated: 4,
    caption: 12.03,
    mergedEnglish: 0.491,
    mergedChinese: -0.753,
    aloneEnglish: -1.85,
    aloneChinese: -2.196,
  },
  smoothing: 200,
  rest: 0.3,
  costs: { pair: 0.45, empty: 0.4, worth: 0.9 },
  surety: 0.65,
};
