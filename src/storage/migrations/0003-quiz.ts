import type { MigratingDatabase, Migration } from '../migrate.ts';

/** Rounds with their questions and answers, cards, and who wants to be reminded of them. */
export const quiz: Migration = {
  number: 3,
  async up(database) {
    await rounds(database);
    await answers(database);
    await cards(database);
  },
};

async function rounds({ db }: MigratingDatabase): Promise<void> {
  await db.schema
    .createTable('quiz_rounds')
    .addColumn('id', 'text', (column) => column.primaryKey())
    // The channel or reader it is played by; null once it is over: at most one goes on in each.
    .addColumn('slot', 'text', (column) => column.unique())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('guild_id', 'text')
    .addColumn('started_by', 'text', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('solo', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('quiz_questions')
    .addColumn('message_id', 'text', (column) => column.primaryKey())
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('quiz_questions_by_round')
    .on('quiz_questions')
    .column('round_id')
    .execute();
}

async function answers({ db }: MigratingDatabase): Promise<void> {
  await db.schema
    .createTable('quiz_answers')
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('reader_id', 'text', (column) => column.notNull())
    .addColumn('guild_id', 'text')
    .addColumn('channel_id', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('correct', 'integer', (column) => column.notNull())
    .addColumn('points', 'double precision', (column) => column.notNull())
    .addColumn('milliseconds', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('quiz_answers_once', ['round_id', 'number', 'reader_id'])
    .execute();
  for (const whose of ['reader', 'guild', 'channel']) {
    await db.schema
      .createIndex(`quiz_answers_by_${whose}`)
      .on('quiz_answers')
      .columns([`${whose}_id`, 'at'])
      .execute();
  }
}

async function cards({ db }: MigratingDatabase): Promise<void> {
  await db.schema
    .createTable('quiz_cards')
    .addColumn('reader_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('memory', 'text', (column) => column.notNull())
    .addColumn('before_review', 'text')
    .addColumn('reps', 'integer', (column) => column.notNull())
    .addColumn('due', 'bigint', (column) => column.notNull())
    .addColumn('saved_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('quiz_cards_once', ['reader_id', 'id'])
    .execute();
  await db.schema
    .createIndex('quiz_cards_by_due')
    .on('quiz_cards')
    .columns(['reader_id', 'due'])
    .execute();
  await db.schema
    .createTable('quiz_reminders')
    .addColumn('reader_id', 'text', (column) => column.primaryKey())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('reminded_at', 'bigint', (column) => column.notNull())
    .execute();
}
