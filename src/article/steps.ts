import { setImmediate as othersFirst } from 'node:timers/promises';

/**
 * Work on an article that can be left and taken up again between its steps, each of a few
 * milliseconds, so that readers are answered meanwhile; it returns its result.
 */
export type Steps<Result> = Generator<undefined, Result>;

/** Does all steps at once. */
export function finished<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
  }
}

/** Does the steps one by one; between them whatever else has come is done. */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
    await othersFirst();
  }
}
