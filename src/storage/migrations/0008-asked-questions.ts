import type { Migration } from '../migrate.ts';

/** The questions of rounds as they were asked, which an update of the bot must not change. */
export const askedQuestions: Migration = {
  number: 8,
  async up({ db }) {
    await db.schema
      .createTable('quiz_asked')
      .addColumn('round_id', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('question', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('quiz_asked_once', ['round_id', 'number'])
      .execute();
  },
};
