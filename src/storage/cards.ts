import { z } from 'zod';
import { type Card, cardTextSchema, memorySchema } from '../quiz/card.ts';
import type { Cards, Reminder } from '../quiz/ports.ts';
import type { Database } from './database.ts';

export interface CardRow {
  reader_id: string;
  id: string;
  content: string;
  memory: string;
  before_review: string | null;
  reps: number;
  due: number;
  saved_at: number;
}

export interface ReminderRow {
  reader_id: string;
  language: string;
  reminded_at: number;
}

const CHUNK = 500;
const languages = z.enum(['en', 'zh-TW', 'zh-CN']);

/** The cards in the database. */
export function cardsIn({ db }: Database): Cards {
  const rowsOf = (readerId: string) =>
    db.selectFrom('quiz_cards').selectAll().where('reader_id', '=', readerId);
  const of = async (readerId: string) =>
    (await rowsOf(readerId).orderBy('due').orderBy('id').execute()).map(cardOf);

  return {
    section: 'quiz-cards',
    of,

    async save(cards) {
      let kept = 0;
      for (let from = 0; from < cards.length; from += CHUNK) {
        const { numInsertedOrUpdatedRows = 0n } = await db
          .insertInto('quiz_cards')
          .values(cards.slice(from, from + CHUNK).map(rowOf))
          .onConflict((conflict) => conflict.columns(['reader_id', 'id']).doNothing())
          .executeTakeFirstOrThrow();
        kept += Number(numInsertedOrUpdatedRows);
      }
      return kept;
    },

    async byId(readerId, id) {
      const row = await rowsOf(readerId).where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : cardOf(row);
    },

    async due(readerId, now) {
      const first = await rowsOf(readerId).orderBy('due').orderBy('id').limit(1).executeTakeFirst();
      const { count } = await db
        .selectFrom('quiz_cards')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('reader_id', '=', readerId)
        .where('due', '<=', now)
        .executeTakeFirstOrThrow();
      const next = first?.due ?? null;
      return { card: first !== undefined && count > 0 ? cardOf(first) : null, count, next };
    },

    async change(card, reps) {
      const { id: _, reader_id: __, ...columns } = rowOf(card);
      const { numUpdatedRows } = await db
        .updateTable('quiz_cards')
        .set(columns)
        .where('reader_id', '=', card.readerId)
        .where('id', '=', card.id)
        .where('reps', '=', reps)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },

    async remove(readerId, id) {
      const { numDeletedRows } = await db
        .deleteFrom('quiz_cards')
        .where('reader_id', '=', readerId)
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return numDeletedRows === 1n;
    },

    async remind(readerId, language) {
      if (language === null) {
        await db.deleteFrom('quiz_reminders').where('reader_id', '=', readerId).execute();
        return;
      }
      await db
        .insertInto('quiz_reminders')
        .values({ reader_id: readerId, language, reminded_at: 0 })
        .onConflict((conflict) => conflict.column('reader_id').doUpdateSet({ language }))
        .execute();
    },

    takeReminders: (now, since) => takeReminders({ db }, now, since),

    async exportOf(userId) {
      const reminders = await db
        .selectFrom('quiz_reminders')
        .selectAll()
        .where('reader_id', '=', userId)
        .execute();
      return [...(await of(userId)), ...reminders.map(({ language }) => ({ reminder: language }))];
    },

    async forget(userId) {
      await db.deleteFrom('quiz_cards').where('reader_id', '=', userId).execute();
      await db.deleteFrom('quiz_reminders').where('reader_id', '=', userId).execute();
    },
  };
}

async function takeReminders(
  { db }: Pick<Database, 'db'>,
  now: number,
  since: number,
): Promise<Reminder[]> {
  const waiting = await db
    .selectFrom('quiz_reminders')
    .innerJoin('quiz_cards', 'quiz_cards.reader_id', 'quiz_reminders.reader_id')
    .select(({ fn }) => [
      'quiz_reminders.reader_id as readerId',
      'language',
      'reminded_at as before',
      fn.countAll<number>().as('due'),
    ])
    .where('due', '<=', now)
    .where('reminded_at', '<=', since)
    .groupBy(['quiz_reminders.reader_id', 'language', 'reminded_at'])
    .execute();
  const taken: Reminder[] = [];
  for (const { readerId, language, before, due } of waiting) {
    const { numUpdatedRows } = await db
      .updateTable('quiz_reminders')
      .set({ reminded_at: now })
      .where('reader_id', '=', readerId)
      .where('reminded_at', '=', before)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 1n) taken.push({ readerId, language: languages.parse(language), due });
  }
  return taken;
}

function rowOf(card: Card): CardRow {
  return {
    reader_id: card.readerId,
    id: card.id,
    content: JSON.stringify(card.text),
    memory: JSON.stringify(card.memory),
    before_review: card.before === null ? null : JSON.stringify(card.before),
    reps: card.memory.reps,
    due: card.memory.due,
    saved_at: card.savedAt,
  };
}

/** Throws a ZodError when the row was not written by us. */
function cardOf(row: CardRow): Card {
  const memory = (text: string) => memorySchema.parse(JSON.parse(text));
  return {
    id: row.id,
    readerId: row.reader_id,
    text: cardTextSchema.parse(JSON.parse(row.content)),
    memory: memory(row.memory),
    before: row.before_review === null ? null : memory(row.before_review),
    savedAt: row.saved_at,
  };
}
