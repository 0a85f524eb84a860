import type { Migration } from '../migrate.ts';

/** What readers and servers chose of the settings; a row stands only for those who chose something. */
export const readers: Migration = {
  number: 2,
  async up({ db }) {
    for (const [table, key] of [
      ['readers', 'user_id'],
      ['server_settings', 'guild_id'],
    ] as const) {
      await db.schema
        .createTable(table)
        .addColumn(key, 'text', (column) => column.primaryKey())
        .addColumn('choices', 'text', (column) => column.notNull())
        .execute();
    }
  },
};
