import type { Reminder } from '../src/quiz/ports.ts';
import { renderReminder } from '../src/render/review.ts';
import { wordsFor } from '../src/words/index.ts';
import { type Outbox, OutboxError } from './outbox.ts';

/** Sends a reader the reminder they asked for; false when they take no messages from the bot. */
export function reminderBy(outbox: Outbox, warn: (error: unknown) => void) {
  return async ({ readerId, language, due }: Reminder): Promise<boolean> => {
    try {
      await outbox.tell(readerId, renderReminder(wordsFor(language), due));
      return true;
    } catch (error) {
      if (!(error instanceof OutboxError)) throw error;
      warn(error);
      // What passes is tried again tomorrow: a reminder is not worth a second try today.
      return !error.permanent;
    }
  };
}
