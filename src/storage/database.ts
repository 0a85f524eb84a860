import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';
import pg from 'pg';
import { remembering } from '../language/remembering.ts';
import type { Tables } from './tables.ts';

/** Where the store is: a PostgreSQL address, or a file of SQLite (`:memory:` keeps nothing). */
export type StoreAddress = { readonly url: string } | { readonly file: string };

export type Engine = 'sqlite' | 'postgres';

export interface Database {
  readonly engine: Engine;
  readonly db: Kysely<Tables>;
}

/** How long a process waits for another one that writes to the same file, in milliseconds. */
const PATIENCE = 10_000;
/** After so many milliseconds of statements, what else the process has to do comes first. */
const LONGEST_TURN = 5;
/** So many prepared statements are kept. */
const MOST_KEPT = 200;
/** SQLite's number for "another connection is writing". */
const BUSY = 5;
/** The type number of int8 in PostgreSQL, which `pg` gives as text unless told otherwise. */
const INT8 = 20;

/** Opens the database without looking inside; `migrate` makes it usable. */
export function openDatabase(address: StoreAddress): Database {
  return 'url' in address
    ? { engine: 'postgres', db: new Kysely({ dialect: postgresDialect(address.url) }) }
    : { engine: 'sqlite', db: new Kysely({ dialect: sqliteDialect(address.file) }) };
}

function postgresDialect(connectionString: string): PostgresDialect {
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === INT8 ? Number : pg.types.getTypeParser(oid, format),
  };
  const pool = new pg.Pool({ connectionString, types, max: 10, connectionTimeoutMillis: 10_000 });
  // A connection that breaks while it rests is replaced at the next query; that query tells.
  pool.on('error', () => {});
  return new PostgresDialect({ pool });
}

/** A commit is on the disk before it returns (FULL), and readers never wait for a writer (WAL). */
function sqliteDialect(file: string): SqliteDialect {
  if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: PATIENCE });
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;');
  database.exec('pragma busy_timeout = 0');
  return new NodeSqliteDialect({ database: asKyselyWantsIt(database) });
}

/**
 * Kysely is written for better-sqlite3, whose statements say whether they give rows. It prepares each
 * one anew; those that come again are kept.
 */
function asKyselyWantsIt(database: DatabaseSync): SqliteDatabase {
  const prepared = remembering((text) => database.prepare(text), MOST_KEPT);
  return {
    close: () => database.close(),
    prepare: (text) => {
      const statement = prepared(text);
      const values = (given: readonly unknown[]) => given.map(sqlValue);
      return {
        reader: statement.columns().length > 0,
        all: (given) => statement.all(...values(given)),
        run: (given) => statement.run(...values(given)),
        iterate: (given) => statement.iterate(...values(given)),
      };
    },
  };
}

function sqlValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'bigint' || value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite takes no ${typeof value}: store text, numbers or bytes`);
}

/** Waits for another process as `timeout` would, but without standing still meanwhile. */
async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  const until = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Object(error).errcode !== BUSY || performance.now() > until) throw error;
      await wait(5);
    }
  }
}

class PatientDriver extends SqliteDriver {
  #turnBegan: number | null = null;

  override async acquireConnection(): Promise<DatabaseConnection> {
    await this.#letOthersIn();
    const connection = await super.acquireConnection();
    return {
      executeQuery: (query) => patiently(() => connection.executeQuery(query)),
      streamQuery: (query, size) => connection.streamQuery(query, size),
    };
  }

  /** SQLite answers at once, so statement after statement would leave no turn to anything else. */
  async #letOthersIn(): Promise<void> {
    const began = this.#turnBegan;
    if (began !== null && performance.now() - began > LONGEST_TURN) await turn();
    if (this.#turnBegan !== null) return;
    this.#turnBegan = performance.now();
    setImmediate(() => {
      this.#turnBegan = null;
    });
  }

  /**
   * A transaction takes the right to write at once. One that began as a reader would fail, without
   * waiting, when another process has written in between.
   */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): PatientDriver {
    return new PatientDriver(this.#config);
  }
}
