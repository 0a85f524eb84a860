import type { Verdict } from './question.ts';

/** A verdict before it says what would have been right. */
export type Outcome = Pick<Verdict, 'result' | 'score' | 'notes'>;

export const EXACT: Outcome = { result: 'exact', score: 1, notes: [] };
export const WRONG: Outcome = { result: 'wrong', score: 0, notes: [] };

/** Right with a reason; a typing error takes half of the score. */
export function accepted(...notes: Verdict['notes']): Outcome {
  return { result: 'accepted', score: notes.includes('typing') ? 0.5 : 1, notes };
}
