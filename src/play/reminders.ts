import type { Clock } from '../clock/clock.ts';
import { wakeAt } from '../clock/wake.ts';
import type { Cards, Reminder, Rounds } from '../quiz/ports.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** A reader is reminded once a day at most; some minutes less, so that the hour does not creep on. */
const APART = DAY - 10 * MINUTE;
/** Rounds are kept so long after they began: so long their buttons work. */
const KEPT = 30 * DAY;

export interface RemindersNeed {
  readonly cards: Pick<Cards, 'takeReminders' | 'remind'>;
  readonly rounds: Pick<Rounds, 'prune'>;
  readonly clock: Clock;
  /** Sends the private message; false when the reader takes none from the bot. */
  readonly tell: (reminder: Reminder) => Promise<boolean>;
  readonly warn: (error: unknown) => void;
}

/**
 * Once a minute: tells the readers who want it that cards are due, and once an hour deletes rounds
 * that ended long ago. Gives a function that ends it and waits for what is in hand.
 */
export function startReminders(need: RemindersNeed): () => Promise<void> {
  const { clock, warn } = need;
  let working: Promise<void> = Promise.resolve();
  let open = true;
  let cancel = () => {};
  let turn = 0;
  const wake = () => {
    working = tick(need, turn)
      .catch(warn)
      .finally(() => {
        turn += 1;
        if (open) cancel = wakeAt(clock, clock.now() + MINUTE, wake);
      });
  };
  cancel = wakeAt(clock, clock.now() + MINUTE, wake);
  return async () => {
    open = false;
    cancel();
    await working;
  };
}

async function tick({ cards, rounds, clock, tell }: RemindersNeed, turn: number): Promise<void> {
  const now = clock.now();
  if (turn % 60 === 0) await rounds.prune(now - KEPT);
  for (const reminder of await cards.takeReminders(now, now - APART)) {
    // Who closed their messages is not asked again every day.
    if (!(await tell(reminder))) await cards.remind(reminder.readerId, null);
  }
}
