import { type Delivering, deliver } from '../daily/deliver.ts';
import { lookForOwed } from '../daily/look.ts';
import type { DeliveryName, Instant, Schedule } from '../daily/model.ts';
import type { Servers } from '../daily/ports.ts';
import type { Log } from '../log.ts';
import type { ServerData } from '../privacy/owned-data.ts';

/** How long a server that the bot left keeps its data. */
const KEEP_LEFT = 30 * 86_400_000;
/** How long a delivery that is done is kept: the last 20 of a weekly post are from 140 days. */
const KEEP_DONE = 180 * 86_400_000;
/** Old deliveries are looked for so often. */
const CLEAR_EVERY = 86_400_000;
/** So many people are told of a pause in one round. */
const TOLD_AT_ONCE = 25;

export interface RoundParts extends Delivering {
  readonly servers: Servers;
  readonly serverData: readonly ServerData[];
  /** Tells the person who set a schedule up that it was paused. Rejects when it is to be tried again. */
  tell(schedule: Schedule): Promise<void>;
  readonly log: Log;
}

/** What the bot does for the daily posts, whoever calls: a timer of its own or a queue for a fleet. */
export interface DailyRound {
  /** Once a minute, by one process: records what is owed, tells of pauses, forgets left servers. */
  look(): Promise<void>;
  /** What can be delivered now, the longest waiting first. */
  ready(limit: number): Promise<readonly DeliveryName[]>;
  /** Delivers one; a failure of our own is logged, and the delivery comes again. Never rejects. */
  deliver(name: DeliveryName): Promise<void>;
}

export function dailyRound(parts: RoundParts): DailyRound {
  const { deliveries, log, now, window } = parts;
  let clearedAt = Number.NEGATIVE_INFINITY;
  return {
    async look() {
      await lookForOwed(deliveries, now(), window);
      await tellPauses(parts);
      await forgetLeft(parts, now() - KEEP_LEFT);
      if (now() - clearedAt < CLEAR_EVERY) return;
      clearedAt = now();
      await deliveries.forgetBefore(now() - KEEP_DONE);
    },
    ready: (limit) => deliveries.ready(now(), limit),
    async deliver(name) {
      try {
        const outcome = await deliver(name, parts);
        if (outcome !== 'not ours') log.info({ ...name, ...outcome }, 'delivery');
      } catch (error) {
        log.error({ ...name, err: error }, 'delivery broke off');
      }
    },
  };
}

async function tellPauses({ deliveries, tell, log }: RoundParts): Promise<void> {
  for (const schedule of await deliveries.untold(TOLD_AT_ONCE)) {
    try {
      await tell(schedule);
      await deliveries.told(schedule.id);
    } catch (error) {
      log.warn({ schedule: schedule.id, err: error }, 'pause not told yet');
    }
  }
}

async function forgetLeft(
  { servers, serverData, log }: RoundParts,
  before: Instant,
): Promise<void> {
  for (const guildId of await servers.leftBefore(before)) {
    for (const each of serverData) await each.forgetServer(guildId);
    log.info({ guild: guildId }, 'server forgotten 30 days after it was left');
  }
}
