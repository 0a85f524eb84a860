/**
 * Work that can be left and taken up again between its steps, each of a few milliseconds, so that
 * readers are answered meanwhile; it returns its result.
 */
export type Steps<Result> = Generator<undefined, Result>;

/** Does all steps at once. */
export function finished<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
  }
}
