import type { Clock } from './clock.ts';

/** Timers beyond 2^31 ms fire at once, and long ones drift: nothing waits longer than this. */
const LONGEST = 60_000;

/**
 * Calls `run` once `clock` shows `instant` or later, also when the clock is set there. Gives a
 * function that calls it off.
 */
export function wakeAt(clock: Clock, instant: number, run: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    clearTimeout(timer);
    const left = instant - clock.now();
    if (left > 0) {
      timer = setTimeout(look, Math.min(left, LONGEST));
      return;
    }
    stopListening();
    run();
  };
  const stopListening = clock.onSet(look);
  // Never at once: the caller has the cancelling function before `run` is called.
  timer = setTimeout(look, Math.min(Math.max(instant - clock.now(), 0), LONGEST));
  return () => {
    clearTimeout(timer);
    stopListening();
  };
}
