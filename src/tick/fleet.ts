import { PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { Clock } from '../clock/clock.ts';
import { deliveryKey } from '../daily/model.ts';
import type { Log } from '../log.ts';
import type { DailyRound } from './daily-round.ts';
import type { Ticking } from './every-minute.ts';

const TICK = 'daily-tick';
const DELIVERY = 'daily-delivery';
/** One look hands out at most so many; the next one goes on. */
const MOST = 20_000;
const CHUNK = 1000;
/** What a process takes at a time. All of it is in hand before it takes more. */
const BATCH = 10;
/** Jobs are told again by the next look, so none is kept, nor tried again by the queue. */
const QUEUE = {
  policy: 'short',
  retryLimit: 0,
  expireInSeconds: 120,
  retentionSeconds: 3600,
  deleteAfterSeconds: 60,
} as const;

const jobData = z.object({ scheduleId: z.string(), day: z.string() });

interface FleetParts {
  /** The PostgreSQL database that the processes share. */
  readonly url: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly atOnce: number;
}

/**
 * Makes the rounds together with all processes on the same database: pg-boss wakes one of them each
 * minute, which looks what is owed and puts it into a queue; whoever is free takes from that. A job
 * that comes twice, or is lost, does no harm: `round.deliver` claims in the store, and the next look
 * finds what is left.
 */
export async function tickWithFleet(
  round: DailyRound,
  { url, clock, log, atOnce }: FleetParts,
): Promise<Ticking> {
  const boss = new PgBoss({ connectionString: url, max: 5, application_name: 'duidu' });
  boss.on('error', (error) => log.warn({ err: error }, 'queue'));
  await boss.start();
  await boss.createQueue(TICK, QUEUE);
  await boss.createQueue(DELIVERY, QUEUE);

  const handOut = async () => {
    await round.look();
    const ready = await round.ready(MOST);
    for (let start = 0; start < ready.length; start += CHUNK) {
      const jobs = ready
        .slice(start, start + CHUNK)
        .map((name) => ({ data: name, singletonKey: deliveryKey(name) }));
      await boss.insert(DELIVERY, jobs);
    }
  };
  await boss.work(TICK, { pollingIntervalSeconds: 1 }, async () => {
    await handOut().catch((error) => log.error({ err: error }, 'tick failed'));
  });
  await boss.work(
    DELIVERY,
    { pollingIntervalSeconds: 0.5, batchSize: BATCH, localConcurrency: Math.ceil(atOnce / BATCH) },
    async (jobs) => {
      await Promise.all(jobs.map(({ data }) => round.deliver(jobData.parse(data))));
    },
  );
  await boss.schedule(TICK, '* * * * *');
  const tick = () => {
    boss.send(TICK).catch((error) => log.warn({ err: error }, 'queue'));
  };
  const stopListening = clock.onSet(tick);
  tick();
  return {
    async stop() {
      stopListening();
      await boss.stop({ graceful: true, timeout: 15_000 });
    },
  };
}
