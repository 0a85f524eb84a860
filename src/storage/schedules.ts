import { z } from 'zod';
import { WEEKDAYS } from '../daily/local-day.ts';
import {
  ENDS,
  MAX_SCHEDULES,
  ORDERS,
  PAUSES,
  POST_LANGUAGES,
  positionShape,
  type Schedule,
  type ScheduleChange,
  SHOWS,
} from '../daily/model.ts';
import type { Schedules } from '../daily/ports.ts';
import type { Database } from './database.ts';
import { deliveryOf } from './delivery-row.ts';

export interface ScheduleRow {
  id: string;
  guild_id: string;
  channel_id: string;
  hour: number;
  minute: number;
  zone: string;
  /** Digits, Monday is 1: `12345`. */
  days: string;
  article_id: string | null;
  paragraphs: number;
  show: string;
  reading_order: string;
  at_end: string;
  thread: number;
  role_id: string | null;
  tag_id: string | null;
  quiz: number;
  language: string;
  created_by: string | null;
  creator_language: string;
  created_at: number;
  pause_reason: string | null;
  paused_since: number | null;
  /** 1 once the person who set it up knows of the pause, or need not be told. */
  pause_told: number;
  position: string;
  next_day: string | null;
  next_at: number | null;
}

const weekdays = z.array(z.literal(WEEKDAYS));

/** The schedules in the database. */
export function schedulesIn({ db }: Database): Schedules {
  const byId = async (id: string) => {
    const row = await db
      .selectFrom('schedules')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row === undefined ? null : scheduleOf(row);
  };

  return {
    section: 'schedules',
    byId,

    async add(schedule) {
      return db.transaction().execute(async (all) => {
        // The count is a guard for humans, so two at the same instant may make one too many.
        const { count } = await all
          .selectFrom('schedules')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('guild_id', '=', schedule.guildId)
          .executeTakeFirstOrThrow();
        if (count >= MAX_SCHEDULES) return false;
        await all.insertInto('schedules').values(rowOf(schedule)).execute();
        return true;
      });
    },

    async change(id, change) {
      const before = await byId(id);
      if (before === null) return null;
      const set = changedColumns(change, { ...before, ...change });
      await db.updateTable('schedules').set(set).where('id', '=', id).execute();
      return byId(id);
    },

    async remove(id) {
      const gone = await db.deleteFrom('schedules').where('id', '=', id).executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },

    async ofServer(guildId) {
      const rows = await db
        .selectFrom('schedules')
        .selectAll()
        .where('guild_id', '=', guildId)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(scheduleOf);
    },

    async history(id, limit) {
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('schedule_id', '=', id)
        .orderBy('owed_at', 'desc')
        .orderBy('day', 'desc')
        .limit(limit)
        .execute();
      return rows.map(deliveryOf);
    },

    async exportOf(userId) {
      const rows = await db
        .selectFrom('schedules')
        .selectAll()
        .where('created_by', '=', userId)
        .orderBy('created_at')
        .execute();
      return rows.map(scheduleOf);
    },

    /** The posts are the server's and go on; only the name of who set them up goes. */
    async forget(userId) {
      await db
        .updateTable('schedules')
        .set({ created_by: null })
        .where('created_by', '=', userId)
        .execute();
    },

    async forgetServer(guildId) {
      await db.deleteFrom('schedules').where('guild_id', '=', guildId).execute();
    },
  };
}

/** The schedule that a row of the table tells of. Throws a ZodError when it was not written by us. */
export function scheduleOf(row: ScheduleRow): Schedule {
  return {
    id: row.id,
    guildId: row.guild_id,
    channelId: row.channel_id,
    time: { hour: row.hour, minute: row.minute },
    zone: row.zone,
    days: weekdays.parse([...row.days].map(Number)),
    articleId: row.article_id,
    paragraphs: row.paragraphs,
    show: z.enum(SHOWS).parse(row.show),
    order: z.enum(ORDERS).parse(row.reading_order),
    atEnd: z.enum(ENDS).parse(row.at_end),
    thread: row.thread === 1,
    roleId: row.role_id,
    tagId: row.tag_id,
    quiz: row.quiz === 1,
    language: z.enum(POST_LANGUAGES).parse(row.language),
    createdBy: row.created_by,
    creatorLanguage: z.enum(POST_LANGUAGES).parse(row.creator_language),
    createdAt: row.created_at,
    paused:
      row.pause_reason === null
        ? null
        : { reason: z.enum(PAUSES).parse(row.pause_reason), since: row.paused_since ?? 0 },
    position: positionShape.parse(JSON.parse(row.position)),
    next: row.next_day === null ? null : { day: row.next_day, at: row.next_at ?? 0 },
  };
}

function rowOf(schedule: Schedule): ScheduleRow {
  return {
    id: schedule.id,
    guild_id: schedule.guildId,
    created_at: schedule.createdAt,
    ...settingsColumns(schedule),
    ...pauseColumns(schedule.paused),
    ...positionColumn(schedule.position),
    ...nextColumns(schedule.next),
  };
}

/** What moves by itself is written only when it was asked for: a delivery may move it meanwhile. */
function changedColumns(change: ScheduleChange, after: Schedule) {
  return {
    ...settingsColumns(after),
    ...(change.paused === undefined ? {} : pauseColumns(after.paused)),
    ...(change.position === undefined ? {} : positionColumn(after.position)),
    ...(change.next === undefined ? {} : nextColumns(after.next)),
  };
}

function settingsColumns(schedule: Schedule) {
  const { hour, minute } = schedule.time;
  return {
    channel_id: schedule.channelId,
    hour,
    minute,
    zone: schedule.zone,
    days: schedule.days.join(''),
    article_id: schedule.articleId,
    paragraphs: schedule.paragraphs,
    show: schedule.show,
    reading_order: schedule.order,
    at_end: schedule.atEnd,
    thread: Number(schedule.thread),
    role_id: schedule.roleId,
    tag_id: schedule.tagId,
    quiz: Number(schedule.quiz),
    language: schedule.language,
    created_by: schedule.createdBy,
    creator_language: schedule.creatorLanguage,
  };
}

export function pauseColumns(paused: Schedule['paused']) {
  const refused = paused !== null && paused.reason !== 'by-hand';
  return {
    pause_reason: paused?.reason ?? null,
    paused_since: paused?.since ?? null,
    pause_told: Number(!refused),
  };
}

export function positionColumn(position: Schedule['position']) {
  return { position: JSON.stringify(position) };
}

function nextColumns(next: Schedule['next']) {
  return { next_day: next?.day ?? null, next_at: next?.at ?? null };
}
