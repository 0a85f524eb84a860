import type { MigratingDatabase, Migration } from '../migrate.ts';

/** Schedules, their deliveries, and the servers that the bot is or was in. */
export const daily: Migration = {
  number: 1,
  async up(database) {
    await schedules(database);
    await deliveries(database);
    await database.db.schema
      .createTable('servers')
      .addColumn('guild_id', 'text', (column) => column.primaryKey())
      .addColumn('presence', 'text', (column) => column.notNull())
      .addColumn('since', 'bigint', (column) => column.notNull())
      .execute();
  },
};

async function schedules({ db }: MigratingDatabase): Promise<void> {
  await db.schema
    .createTable('schedules')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('hour', 'integer', (column) => column.notNull())
    .addColumn('minute', 'integer', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('days', 'text', (column) => column.notNull())
    .addColumn('article_id', 'text')
    .addColumn('paragraphs', 'integer', (column) => column.notNull())
    .addColumn('show', 'text', (column) => column.notNull())
    .addColumn('reading_order', 'text', (column) => column.notNull())
    .addColumn('at_end', 'text', (column) => column.notNull())
    .addColumn('thread', 'integer', (column) => column.notNull())
    .addColumn('role_id', 'text')
    .addColumn('tag_id', 'text')
    .addColumn('quiz', 'integer', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text')
    .addColumn('creator_language', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('pause_reason', 'text')
    .addColumn('paused_since', 'bigint')
    .addColumn('pause_told', 'integer', (column) => column.notNull())
    .addColumn('position', 'text', (column) => column.notNull())
    .addColumn('next_day', 'text')
    .addColumn('next_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('schedules_by_server')
    .on('schedules')
    .columns(['guild_id', 'created_at'])
    .execute();
  await db.schema.createIndex('schedules_by_next').on('schedules').column('next_at').execute();
}

async function deliveries({ db }: MigratingDatabase): Promise<void> {
  await db.schema
    .createTable('deliveries')
    .addColumn('schedule_id', 'text', (column) =>
      column.notNull().references('schedules.id').onDelete('cascade'),
    )
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('owed_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('next_attempt_at', 'bigint', (column) => column.notNull())
    .addColumn('claimed_at', 'bigint')
    .addColumn('doubt_since', 'bigint')
    .addColumn('channel_id', 'text')
    .addColumn('message_id', 'text')
    .addColumn('sent_at', 'bigint')
    .addColumn('reason', 'text')
    .addColumn('article_id', 'text')
    .addColumn('paragraphs', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('deliveries_key', ['schedule_id', 'day'])
    .execute();
  await db.schema
    .createIndex('deliveries_by_attempt')
    .on('deliveries')
    .columns(['state', 'next_attempt_at'])
    .execute();
}
