import type { Instant } from './model.ts';
import { owed } from './owed.ts';
import type { Deliveries } from './ports.ts';

/** Schedules are taken up so many at a time, each batch in one transaction. */
const BATCH = 250;

/**
 * Looks which schedules have come due at `now` and records what they owe: what is older than `window`
 * (milliseconds) as missed, the rest to be sent. Safe to call at any time and by any process.
 */
export async function lookForOwed(
  deliveries: Pick<Deliveries, 'due' | 'owe'>,
  now: Instant,
  window: number,
): Promise<void> {
  for (;;) {
    const due = await deliveries.due(now, BATCH);
    const owing = due.map((schedule) => ({
      schedule,
      ...owed(schedule, schedule.next, now, window),
    }));
    if (owing.length > 0) await deliveries.owe(owing);
    if (due.length < BATCH) return;
  }
}
