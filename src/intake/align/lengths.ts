import type { Model } from './model.ts';
import type { FoundBead } from './search.ts';

/** The place of 1-1 among the kinds of beads. */
const ONE_TO_ONE = 0;

/** How long the Chinese is for the English in one text, and how long segments are. */
export interface LengthFacts {
  /** The log of Chinese length for an English length of one. */
  readonly ratio: number;
  /** Mean and variance of the logs of the Chinese segments' lengths. */
  readonly mean: number;
  readonly variance: number;
}

/** How surely lengths tell the two sides apart from chance: log of a ratio of two normal densities. */
export function lengthScore(en: number, zh: number, facts: LengthFacts, model: Model): number {
  const size = Math.sqrt((en + 1) * (zh + 1));
  const variance = model.spread + model.spreadShort / size;
  const off = Math.log((zh + 1) / (en + 1)) - facts.ratio;
  const chance = facts.variance * 2;
  return 0.5 * (Math.log(chance / variance) + (off * off) / chance - (off * off) / variance);
}

/** A first guess from the whole texts. */
export function lengthFacts(en: readonly number[], zh: readonly number[]): LengthFacts {
  const total = (lengths: readonly number[]) => lengths.reduce((sum, one) => sum + one, 0);
  const logs = zh.map((length) => Math.log(length + 1));
  const mean = total(logs) / Math.max(1, logs.length);
  const variance =
    logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / Math.max(1, logs.length - 1);
  return {
    ratio: Math.log((total(zh) + 1) / (total(en) + 1)),
    mean,
    variance: Math.max(0.25, variance),
  };
}

/** A bead surer than this tells how long translations are in this text. */
const SURE = 0.8;
/** Beads that the guess from the whole texts weighs. */
const GUESS = 5;

/** The same, once some beads are known: texts with advertisements in one language mislead the guess. */
export function learnedLengths(
  guess: LengthFacts,
  beads: readonly FoundBead[],
  en: readonly number[],
  zh: readonly number[],
): LengthFacts {
  const sure = beads.filter(({ kind, probability }) => kind === ONE_TO_ONE && probability > SURE);
  const logs = sure.map((bead) => Math.log(((zh[bead.zh] ?? 0) + 1) / ((en[bead.en] ?? 0) + 1)));
  const sum = logs.reduce((total, log) => total + log, GUESS * guess.ratio);
  return { ...guess, ratio: sum / (logs.length + GUESS) };
}
