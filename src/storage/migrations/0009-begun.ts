import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/**
 * What a process has begun to answer, so that no other of the fleet does. It is worth nothing after a
 * crash, so PostgreSQL need not write it to its log.
 */
export const begun: Migration = {
  number: 9,
  async up({ db, engine }) {
    const table = db.schema
      .createTable('begun')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull());
    await (engine === 'postgres' ? table.modifyFront(sql`unlogged`) : table).execute();
    await db.schema.createIndex('begun_at').on('begun').column('at').execute();
  },
};
