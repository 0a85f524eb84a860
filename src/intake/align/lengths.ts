import type { FoundBead } from './search.ts';

/** The place of 1-1 among the kinds of beads. */
const ONE_TO_ONE = 0;

/** How long the Chinese is for the English in one text, and how long segments are. */
export interface LengthFacts {
  /** The log of Chinese length for an English length of one. */
  readonly ratio: number;
  /** The log of the mean length of a side's segments. */
  readonly usual: { readonly en: number; readonly zh: number };
}

/** Seven times too long is as wrong as anything. */
const FARTHEST = 2;
/** From this length on (the root of both lengths multiplied) more says no more. */
const LONG = 200;

/**
 * How far the lengths of two sides are from the ratio of the text: the squared log, as it is and
 * weighed by the length, because the longer they are the less they stray (Gale & Church 1993).
 */
export function lengthsApart(
  en: number,
  zh: number,
  { ratio }: LengthFacts,
): { readonly apart: number; readonly weighed: number } {
  const off = Math.min(FARTHEST, Math.abs(Math.log((zh + 1) / (en + 1)) - ratio));
  const apart = off * off;
  return { apart, weighed: (apart * Math.min(LONG, Math.sqrt((en + 1) * (zh + 1)))) / LONG };
}

/** How much longer (above 0) or shorter a length is than is usual on its side, as a log. */
export function againstUsual(length: number, usual: number): number {
  return Math.log(1 + length) - usual;
}

/** A first guess from the whole texts. */
export function lengthFacts(en: readonly number[], zh: readonly number[]): LengthFacts {
  const total = (lengths: readonly number[]) => lengths.reduce((sum, one) => sum + one, 0);
  const usual = (lengths: readonly number[]) =>
    Math.log(1 + total(lengths) / Math.max(1, lengths.length));
  return {
    ratio: Math.log((total(zh) + 1) / (total(en) + 1)),
    usual: { en: usual(en), zh: usual(zh) },
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
