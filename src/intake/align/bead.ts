/**
 * Segments that translate each other, as indices from 0. A bead with an empty side holds one
 * segment that has no partner.
 */
export interface Bead {
  readonly en: readonly number[];
  readonly zh: readonly number[];
  /** How likely it is that exactly these segments belong together, from 0 to 1. */
  readonly confidence: number;
}

/** How many segments of each side a bead may hold: the kinds of Gale & Church and longer ones. */
export const BEAD_KINDS = [
  [1, 1],
  [1, 0],
  [0, 1],
  [1, 2],
  [2, 1],
  [2, 2],
  [1, 3],
  [3, 1],
  [2, 3],
  [3, 2],
  [1, 4],
  [4, 1],
  [1, 5],
  [5, 1],
  [1, 6],
  [6, 1],
] as const satisfies readonly (readonly [number, number])[];

/** The most segments that a bead holds of one side. */
export const LONGEST_SIDE = 6;
