import type { DeliveryName, Instant } from './model.ts';

const MINUTE = 60_000;
/** The pauses double from the first to the last of these. */
const FIRST_PAUSE = MINUTE;
const LONGEST_PAUSE = 20 * MINUTE;

/**
 * When a delivery that failed for the `attempts`-th time (from 1) is tried again: after a pause that
 * doubles, cut by up to a quarter so that what failed together does not come back together. Null
 * once `window` milliseconds have passed since it was owed; its last instant is tried too.
 */
export function nextAttempt(
  name: DeliveryName,
  attempts: number,
  owedAt: Instant,
  now: Instant,
  window: number,
): Instant | null {
  const end = owedAt + window;
  if (now >= end) return null;
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(attempts - 1, 10));
  const cut = (pause / 4) * fractionOf(`${name.scheduleId}:${name.day}:${attempts}`);
  return Math.min(end, Math.round(now + pause - cut));
}

/** A number from 0 up to but not including 1 that depends on the text alone (FNV-1a, 32 bits). */
function fractionOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash / 2 ** 32;
}
