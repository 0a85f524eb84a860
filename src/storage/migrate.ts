import { type Kysely, type QueryExecutorProvider, sql } from 'kysely';
import type { Database, Engine } from './database.ts';
import { MIGRATIONS } from './migrations/index.ts';

/** One numbered change of the tables. `up` runs inside a transaction, once. */
export interface Migration {
  readonly number: number;
  up(database: MigratingDatabase): Promise<void>;
}

/** What a migration works on: the schema and raw SQL, since today's tables change after it. */
export interface MigratingDatabase {
  readonly engine: Engine;
  readonly db: Pick<Kysely<unknown>, 'schema'> & QueryExecutorProvider;
}

/** The store cannot be used, and the message says why and what to do. */
export class StorageError extends Error {}

/** Any number that no other program takes in the same database. */
const MIGRATION_LOCK = 0x44756475;

type Applied = { migrations: { number: number } };

/**
 * Brings the tables up to date, in one transaction that keeps other processes out: Kysely's own
 * migrator uses none on SQLite, where a second process could run into a half-made table. Throws a
 * StorageError when a later version of the bot has been here.
 */
export async function migrate({ db, engine }: Database, migrations = MIGRATIONS): Promise<void> {
  await db.transaction().execute(async (all) => {
    if (engine === 'postgres')
      await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(all);
    await all.schema
      .createTable('migrations')
      .ifNotExists()
      .addColumn('number', 'integer', (column) => column.primaryKey())
      .execute();
    const log = all.withTables<Applied>();
    const done = await log.selectFrom('migrations').select('number').execute();
    const applied = new Set(done.map(({ number }) => number));
    refuseFuture(applied, migrations);
    for (const { number, up } of migrations) {
      if (applied.has(number)) continue;
      await up({ db: all, engine });
      await log.insertInto('migrations').values({ number }).execute();
    }
  });
}

function refuseFuture(applied: ReadonlySet<number>, migrations: readonly Migration[]): void {
  const known = Math.max(0, ...migrations.map(({ number }) => number));
  const latest = Math.max(0, ...applied);
  if (latest <= known) return;
  throw new StorageError(
    `The database is of a later version of Duidu (${latest}; this one knows up to ${known}). Start that version again, or restore a backup from before it.`,
  );
}
