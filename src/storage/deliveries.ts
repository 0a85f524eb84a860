import { isDeepStrictEqual } from 'node:util';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import {
  type Claim,
  DELIVERY_STATES,
  type DeliveryName,
  type DeliveryState,
  PRESENCES,
} from '../daily/model.ts';
import type { Deliveries, SentPost } from '../daily/ports.ts';
import type { Database } from './database.ts';
import { deliveryOf, newDeliveryRow } from './delivery-row.ts';
import { GroupCommit } from './group-commit.ts';
import { oweAll } from './owe.ts';
import { pauseColumns, positionColumn, scheduleOf } from './schedules.ts';
import type { Tables } from './tables.ts';

const OPEN: readonly DeliveryState[] = ['owed', 'claimed'];
const DONE = DELIVERY_STATES.filter((state) => !OPEN.includes(state));

const presence = z.enum(PRESENCES).nullable();

/** The deliveries in the database. */
export function deliveriesIn({ db, engine }: Database): Deliveries {
  // In PostgreSQL, who holds the rows of many deliveries at a time could lock another process out.
  const group = engine === 'sqlite' ? new GroupCommit(db) : null;
  const inTransaction = <Result>(write: (all: Kysely<Tables>) => Promise<Result>) =>
    group?.run(write) ?? db.transaction().execute(write);
  return {
    async due(now, limit) {
      const rows = await db
        .selectFrom('schedules')
        .selectAll()
        .where('pause_reason', 'is', null)
        .where('next_at', '<=', now)
        .orderBy('next_at')
        .limit(limit)
        .execute();
      return rows.map(scheduleOf);
    },

    owe: (owing) => db.transaction().execute((all) => oweAll(all, owing)),

    async add(name, owedAt, state) {
      const made = await db
        .insertInto('deliveries')
        .values(newDeliveryRow(name, owedAt, state, state === 'skipped' ? 'by-hand' : null))
        .onConflict((conflict) => conflict.columns(['schedule_id', 'day']).doNothing())
        .executeTakeFirst();
      return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    async ready(now, limit) {
      const rows = await db
        .selectFrom('deliveries')
        .select(['schedule_id', 'day'])
        .where('state', 'in', OPEN)
        .where('next_attempt_at', '<=', now)
        .where(isFirstOfItsSchedule)
        .orderBy('next_attempt_at')
        .orderBy('schedule_id')
        .limit(limit)
        .execute();
      return rows.map(({ schedule_id: scheduleId, day }) => ({ scheduleId, day }));
    },

    claim: (name, now, leaseUntil) => inTransaction((all) => claim(all, name, now, leaseUntil)),
    sent: (taken, post) => inTransaction((all) => recordSent(all, taken, post)),

    postpone: (taken, next, { reason, doubtSince }) =>
      inTransaction(async (all) => {
        await all
          .updateTable('deliveries')
          .set({ state: 'owed', next_attempt_at: next, reason, doubt_since: doubtSince })
          .where(claimed(taken))
          .execute();
      }),

    end: (taken, state, reason, pause) =>
      inTransaction(async (all) => {
        const ended = await all
          .updateTable('deliveries')
          .set({ state, reason })
          .where(claimed(taken))
          .executeTakeFirst();
        if (ended.numUpdatedRows === 0n || pause === undefined) return;
        await pauseSchedule(all, taken.schedule.id, pauseColumns(pause));
      }),

    async untold(limit) {
      const rows = await db
        .selectFrom('schedules')
        .selectAll()
        .where('pause_reason', 'is not', null)
        .where('pause_told', '=', 0)
        .limit(limit)
        .execute();
      return rows.map(scheduleOf);
    },

    async told(scheduleId) {
      await db
        .updateTable('schedules')
        .set({ pause_told: 1 })
        .where('id', '=', scheduleId)
        .execute();
    },

    // By the last attempt, which has an index: it is when a delivery was done with.
    async forgetBefore(instant) {
      await db
        .deleteFrom('deliveries')
        .where('state', 'in', DONE)
        .where('next_attempt_at', '<=', instant)
        .execute();
    },
  };
}

/** One statement takes the delivery, so that of any number of processes one gets it. */
async function claim(
  db: Kysely<Tables>,
  { scheduleId, day }: DeliveryName,
  now: number,
  leaseUntil: number,
): Promise<Claim | null> {
  const row = await db
    .updateTable('deliveries')
    .set({
      state: 'claimed',
      attempts: sql<number>`attempts + 1`,
      claimed_at: now,
      next_attempt_at: leaseUntil,
      // A claim that nobody ended: its process died, and may have sent the post before.
      doubt_since: sql<
        number | null
      >`coalesce(doubt_since, case when state = 'claimed' then claimed_at end)`,
    })
    .where('schedule_id', '=', scheduleId)
    .where('day', '=', day)
    .where('state', 'in', ['owed', 'claimed'])
    .where('next_attempt_at', '<=', now)
    .where(isFirstOfItsSchedule)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) return null;
  const schedule = await db
    .selectFrom('schedules')
    .leftJoin('servers', 'servers.guild_id', 'schedules.guild_id')
    .selectAll('schedules')
    .select('servers.presence')
    .where('schedules.id', '=', scheduleId)
    .executeTakeFirst();
  if (schedule === undefined) return null;
  return {
    delivery: deliveryOf(row),
    schedule: scheduleOf(schedule),
    presence: presence.parse(schedule.presence),
  };
}

async function recordSent(all: Kysely<Tables>, taken: Claim, post: SentPost): Promise<void> {
  const { scheduleId, day } = taken.delivery;
  const recorded = await all
    .updateTable('deliveries')
    .set({
      state: 'sent',
      channel_id: post.placed.channelId,
      message_id: post.placed.messageId,
      sent_at: post.sentAt,
      reason: post.reason,
      article_id: post.articleId,
      paragraphs: JSON.stringify(post.paragraphs),
      doubt_since: null,
    })
    .where('schedule_id', '=', scheduleId)
    .where('day', '=', day)
    .where('state', '<>', 'sent')
    .executeTakeFirst();
  if (recorded.numUpdatedRows === 0n) return;
  const row = await all
    .selectFrom('schedules')
    .selectAll()
    .where('id', '=', scheduleId)
    .executeTakeFirst();
  // Whoever chose another article meanwhile has begun a new sequence: it is theirs.
  if (row !== undefined && isDeepStrictEqual(scheduleOf(row).position, taken.schedule.position)) {
    await all
      .updateTable('schedules')
      .set(positionColumn(post.position))
      .where('id', '=', scheduleId)
      .execute();
    if (post.pause !== null) await pauseSchedule(all, scheduleId, pauseColumns(post.pause));
  }
}

async function pauseSchedule(
  all: Kysely<Tables>,
  id: string,
  columns: ReturnType<typeof pauseColumns>,
): Promise<void> {
  await all
    .updateTable('schedules')
    .set(columns)
    .where('id', '=', id)
    .where('pause_reason', 'is', null)
    .execute();
}

/**
 * One after the other: where the sequence stands is known only when the earlier post was recorded, or
 * given up. Two at once would both take the same paragraph.
 */
const isFirstOfItsSchedule = sql<boolean>`not exists (
  select 1 from deliveries as earlier
  where earlier.schedule_id = deliveries.schedule_id
    and earlier.state in ('owed', 'claimed')
    and (earlier.owed_at < deliveries.owed_at
      or (earlier.owed_at = deliveries.owed_at and earlier.day < deliveries.day)))`;

/** Only while the claim is still ours: a later one has a higher number. */
function claimed({ delivery }: Claim) {
  return sql<boolean>`schedule_id = ${delivery.scheduleId} and day = ${delivery.day}
    and state = 'claimed' and attempts = ${delivery.attempts}`;
}
