import { schedule } from 'node-cron';
import type { Clock } from '../clock/clock.ts';
import { Work } from '../daily/work.ts';
import type { Log } from '../log.ts';
import type { DailyRound } from './daily-round.ts';

/** What makes the rounds; `stop` finishes what is in hand. */
export interface Ticking {
  stop(): Promise<void>;
}

/**
 * Makes the rounds from within this process: at once, whenever the minute changes, and when the clock
 * is set. node-cron only wakes it; what is to be done, `round` decides by the clock. `atOnce`
 * deliveries are in hand at the same time.
 */
export function tickEveryMinute(
  round: DailyRound,
  { clock, log, atOnce }: { readonly clock: Clock; readonly log: Log; readonly atOnce: number },
): Ticking {
  const work = new Work(round, atOnce);
  const ticks = new Set<Promise<void>>();
  const once = async () => {
    try {
      await round.look();
      await work.run();
    } catch (error) {
      log.error({ err: error }, 'tick failed');
    }
  };
  const tick = () => {
    const ticking = once().finally(() => ticks.delete(ticking));
    ticks.add(ticking);
  };
  const task = schedule('* * * * *', tick);
  const stopListening = clock.onSet(tick);
  tick();
  return {
    async stop() {
      stopListening();
      await task.destroy();
      await work.close();
      await Promise.all(ticks);
    },
  };
}
