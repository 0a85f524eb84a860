import type { Transaction } from 'kysely';
import type { NumberedQuestion, Rounds, StoredRound } from '../quiz/ports.ts';
import type { Question } from '../quiz/question.ts';
import { type Round, roundSchema } from '../quiz/round.ts';
import { withoutReader } from '../quiz/round-step.ts';
import { questionSchema } from '../quiz/stored-question.ts';
import type { Database } from './database.ts';
import { insertAnswers } from './scores.ts';
import type { Tables } from './tables.ts';

export interface RoundRow {
  id: string;
  slot: string | null;
  version: number;
  guild_id: string | null;
  started_by: string;
  started_at: number;
  solo: number;
  state: string;
}

export interface QuestionRow {
  message_id: string;
  round_id: string;
  number: number;
}

export interface AskedRow {
  round_id: string;
  number: number;
  question: string;
}

type Kept = Pick<RoundRow, 'state' | 'version'>;

/** The rounds in the database. */
export function roundsIn({ db }: Database): Rounds {
  const rows = () => db.selectFrom('quiz_rounds').select(['state', 'version']);
  const inSlot = async (slot: string) =>
    storedIn(await rows().where('slot', '=', slot).executeTakeFirst());
  const byId = async (id: string) => storedIn(await rows().where('id', '=', id).executeTakeFirst());

  return {
    section: 'quiz-rounds',
    byId,
    inChannel: (channelId) => inSlot(channelSlot(channelId)),
    soloOf: (readerId) => inSlot(soloSlot(readerId)),

    async add(round) {
      const row = { ...columns(round), id: round.id, version: 1 };
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('quiz_rounds')
        .values(row)
        .onConflict((conflict) => conflict.column('slot').doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },

    async byMessage(messageId) {
      const found = await db
        .selectFrom('quiz_questions')
        .select(['round_id as id', 'number'])
        .where('message_id', '=', messageId)
        .executeTakeFirst();
      return found ?? null;
    },

    async goingOn() {
      const all = await rows().where('slot', 'is not', null).where('solo', '=', 0).execute();
      return all.map((row) => read(row).round);
    },

    save: (round, version, answers) =>
      db.transaction().execute(async (all) => {
        if (!(await replace(all, round, version))) return false;
        const { question } = round;
        if (question !== null && question.messageId !== null) {
          const { messageId, number } = question;
          await all
            .insertInto('quiz_questions')
            .values({ message_id: messageId, round_id: round.id, number })
            .onConflict((conflict) => conflict.column('message_id').doNothing())
            .execute();
        }
        await insertAnswers(all, answers);
        return true;
      }),

    ...questionsIn(db),

    async prune(instant) {
      await db
        .deleteFrom('quiz_rounds')
        .where('started_at', '<', instant)
        .where((where) => where.or([where('slot', 'is', null), where('solo', '=', 1)]))
        .execute();
      await dropQuestions(db);
    },

    async exportOf(userId) {
      const found = await rows().where('started_by', '=', userId).orderBy('started_at').execute();
      return found.map((row) => {
        const { id, guildId, channelId, startedAt, settings } = read(row).round;
        return { id, guildId, channelId, startedAt, settings };
      });
    },

    async forget(userId) {
      await db
        .deleteFrom('quiz_rounds')
        .where('started_by', '=', userId)
        .where('solo', '=', 1)
        .execute();
      await dropQuestions(db);
      // Ids are long numbers, so one stands in a state only where its reader is meant.
      const found = await db
        .selectFrom('quiz_rounds')
        .select('id')
        .where('state', 'like', `%"${userId}"%`)
        .execute();
      for (const { id } of found) {
        for (let done = false; !done; ) {
          const stored = await byId(id);
          done =
            stored === null ||
            (await replace(db, withoutReader(stored.round, userId), stored.version));
        }
      }
    },

    async forgetServer(guildId) {
      await db.deleteFrom('quiz_rounds').where('guild_id', '=', guildId).execute();
      await dropQuestions(db);
    },
  };
}

function questionsIn(db: Database['db']): Pick<Rounds, 'keepQuestion' | 'question' | 'questions'> {
  const asked = (id: string) =>
    db.selectFrom('quiz_asked').select(['number', 'question']).where('round_id', '=', id);
  const question = async (id: string, number: number): Promise<Question | null> => {
    const row = await asked(id).where('number', '=', number).executeTakeFirst();
    return row === undefined ? null : questionFrom(row).question;
  };
  return {
    question,

    async questions(id) {
      return (await asked(id).orderBy('number').execute()).map(questionFrom);
    },

    async keepQuestion(id, number, given) {
      await db
        .insertInto('quiz_asked')
        .values({ round_id: id, number, question: JSON.stringify(given) })
        .onConflict((conflict) => conflict.columns(['round_id', 'number']).doNothing())
        .execute();
      return (await question(id, number)) ?? given;
    },
  };
}

/** Throws a ZodError when the row was not written by us. */
function questionFrom({ number, question }: Omit<AskedRow, 'round_id'>): NumberedQuestion {
  return { number, question: questionSchema.parse(JSON.parse(question)) };
}

/** Deletes the questions of rounds that are no longer there. */
async function dropQuestions(db: Database['db']): Promise<void> {
  for (const table of ['quiz_questions', 'quiz_asked'] as const) {
    await db
      .deleteFrom(table)
      .where('round_id', 'not in', db.selectFrom('quiz_rounds').select('id'))
      .execute();
  }
}

/** Writes the round over the version that was read; false when it is no longer there. */
async function replace(
  db: Database['db'] | Transaction<Tables>,
  round: Round,
  version: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('quiz_rounds')
    .set({ ...columns(round), version: version + 1 })
    .where('id', '=', round.id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

function columns(round: Round) {
  const solo = round.settings.mode === 'solo';
  const slot = solo ? soloSlot(round.startedBy) : channelSlot(round.channelId);
  return {
    slot: round.phase === 'over' ? null : slot,
    guild_id: round.guildId,
    started_by: round.startedBy,
    started_at: round.startedAt,
    solo: Number(solo),
    state: JSON.stringify(round),
  };
}

const channelSlot = (channelId: string) => `channel ${channelId}`;
const soloSlot = (readerId: string) => `reader ${readerId}`;

function storedIn(row: Kept | undefined): StoredRound | null {
  return row === undefined ? null : read(row);
}

/** Throws a ZodError when the row was not written by us. */
function read({ state, version }: Kept): StoredRound {
  return { round: roundSchema.parse(JSON.parse(state)), version };
}
