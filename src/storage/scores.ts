import { sql, type Transaction } from 'kysely';
import type { CountedAnswer, Scope, Scores } from '../quiz/ports.ts';
import { QUARTER } from '../quiz/score.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

export interface AnswerRow {
  round_id: string;
  number: number;
  reader_id: string;
  guild_id: string | null;
  channel_id: string | null;
  at: number;
  correct: number;
  points: number;
  milliseconds: number;
}

/** So many rows at once stay far below the number of values that a statement may have. */
const CHUNK = 500;

/** Keeps answers; one to a question that its reader has answered already is left out. */
export async function insertAnswers(
  db: Database['db'] | Transaction<Tables>,
  answers: readonly CountedAnswer[],
): Promise<number> {
  let kept = 0;
  for (let from = 0; from < answers.length; from += CHUNK) {
    const { numInsertedOrUpdatedRows = 0n } = await db
      .insertInto('quiz_answers')
      .values(answers.slice(from, from + CHUNK).map(rowOf))
      .onConflict((conflict) => conflict.columns(['round_id', 'number', 'reader_id']).doNothing())
      .executeTakeFirstOrThrow();
    kept += Number(numInsertedOrUpdatedRows);
  }
  return kept;
}

/** The answers of all rounds and daily quizzes in the database. */
export function scoresIn({ db }: Database): Scores {
  const rowsOf = (readerId: string) =>
    db.selectFrom('quiz_answers').selectAll().where('reader_id', '=', readerId);
  const totals = () =>
    db
      .selectFrom('quiz_answers')
      .select(({ fn }) => [
        fn.sum<number>('points').as('points'),
        fn.countAll<number>().as('answered'),
        fn.sum<number>('correct').as('right'),
      ]);

  const quarter = sql<number>`at - at % ${sql.lit(QUARTER)}`;

  return {
    section: 'quiz-answers',
    record: async (answer) => (await insertAnswers(db, [answer])) === 1,

    async activityOf(readerIds, guildId) {
      if (readerIds.length === 0) return [];
      let query = totals()
        .select(['reader_id as readerId', quarter.as('at')])
        .where('reader_id', 'in', [...readerIds])
        .groupBy(['reader_id', quarter]);
      if (guildId !== null) query = query.where('guild_id', '=', guildId);
      return query.execute();
    },

    async activityIn(scope, since) {
      const { column, id } = placeOf(scope);
      return totals()
        .select(quarter.as('at'))
        .where(column, '=', id)
        .where('at', '>=', since)
        .groupBy(quarter)
        .execute();
    },

    async ranking(scope, since, limit) {
      const { column, id } = placeOf(scope);
      return totals()
        .select('reader_id as readerId')
        .where(column, '=', id)
        .where('at', '>=', since)
        .groupBy('reader_id')
        .orderBy('points', 'desc')
        .orderBy('right', 'desc')
        .orderBy('answered')
        .orderBy('reader_id')
        .limit(limit)
        .execute();
    },

    async tally(roundId) {
      const { answered, right } = await totals()
        .where('round_id', '=', roundId)
        .executeTakeFirstOrThrow();
      return { answered, right: right ?? 0 };
    },

    async answersOf(roundId, readerId) {
      const rows = await rowsOf(readerId)
        .where('round_id', '=', roundId)
        .orderBy('number')
        .execute();
      return rows.map(answerOf);
    },

    async exportOf(userId) {
      return (await rowsOf(userId).orderBy('at').execute()).map(answerOf);
    },

    async forget(userId) {
      await db.deleteFrom('quiz_answers').where('reader_id', '=', userId).execute();
    },

    /** The answers stay their readers' own; only where they were given is forgotten. */
    async forgetServer(guildId) {
      await db
        .updateTable('quiz_answers')
        .set({ guild_id: null, channel_id: null })
        .where('guild_id', '=', guildId)
        .execute();
    },
  };
}

/** The column that a scope names, and its value. */
function placeOf(scope: Scope) {
  return 'guildId' in scope
    ? ({ column: 'guild_id', id: scope.guildId } as const)
    : ({ column: 'channel_id', id: scope.channelId } as const);
}

function rowOf(answer: CountedAnswer): AnswerRow {
  return {
    round_id: answer.roundId,
    number: answer.number,
    reader_id: answer.readerId,
    guild_id: answer.guildId,
    channel_id: answer.channelId,
    at: answer.at,
    correct: Number(answer.right),
    points: answer.points,
    milliseconds: answer.milliseconds,
  };
}

function answerOf(row: AnswerRow): CountedAnswer {
  return {
    roundId: row.round_id,
    number: row.number,
    readerId: row.reader_id,
    guildId: row.guild_id,
    channelId: row.channel_id,
    at: row.at,
    right: row.correct === 1,
    points: row.points,
    milliseconds: row.milliseconds,
  };
}
