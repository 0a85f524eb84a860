import type { Libraries } from '../article/libraries.ts';
import type { Clock } from '../clock/clock.ts';
import { wakeAt } from '../clock/wake.ts';
import type { DraftStore } from '../intake/draft-store.ts';
import type { Log } from '../log.ts';

const MINUTE = 60_000;

export interface Followed {
  readonly libraries: Pick<Libraries, 'refresh'>;
  readonly drafts: Pick<DraftStore, 'expire'>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Once a minute: takes over what other processes changed in the servers' articles, and deletes drafts
 * that are too old. Every process does this for itself. Gives a function that ends it and waits for
 * what is in hand.
 */
export function followArticles({ libraries, drafts, clock, log }: Followed): () => Promise<void> {
  let cancel = () => {};
  let working: Promise<void> = Promise.resolve();
  const round = async () => {
    try {
      await libraries.refresh();
      await drafts.expire(clock.now());
    } catch (error) {
      log.error({ err: error }, 'the servers’ articles could not be followed');
    }
  };
  const wait = () => {
    cancel = wakeAt(clock, clock.now() + MINUTE, () => {
      working = round();
      wait();
    });
  };
  wait();
  return () => {
    cancel();
    return working;
  };
}
