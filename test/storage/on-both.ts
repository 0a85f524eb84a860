import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, describe, inject } from 'vitest';
import type { Engine, StoreAddress } from '../../src/storage/database.ts';
import { openStore, type Store } from '../../src/storage/store.ts';
import { postgresAt } from './postgres.ts';

/** The address of a new empty database, and how to get rid of it. */
interface Place {
  readonly address: StoreAddress;
  remove(): Promise<void>;
}

const places: Readonly<Record<Engine, () => Promise<Place>>> = {
  async sqlite() {
    const folder = await mkdtemp(path.join(tmpdir(), 'duidu-store-'));
    return {
      address: { file: path.join(folder, 'duidu.sqlite') },
      remove: () => rm(folder, { recursive: true, force: true }),
    };
  },
  async postgres() {
    const server = await postgresAt(inject('postgresFolder'));
    const name = `t${randomUUID().replaceAll('-', '')}`;
    const asAdmin = async (statement: string) => {
      const client = new pg.Client(`${server}/postgres`);
      await client.connect();
      await client.query(statement);
      await client.end();
    };
    await asAdmin(`create database ${name}`);
    return {
      address: { url: `${server}/${name}` },
      remove: () => asAdmin(`drop database ${name} with (force)`),
    };
  },
};

/** A new empty database; `ending` is told how to remove it. */
export async function newPlace(
  engine: Engine,
  ending: (() => Promise<unknown>)[],
): Promise<StoreAddress> {
  const { address, remove } = await places[engine]();
  ending.push(remove);
  return address;
}

/** What a contract test opens its stores with; all is closed and removed after each test. */
export interface Opener {
  readonly engine: Engine;
  /** A new empty store. */
  open(): Promise<Store>;
  /** The address of a new empty database, for several processes or for opening it again. */
  address(): Promise<StoreAddress>;
  /** Opens what `address` gave. */
  openAt(address: StoreAddress): Promise<Store>;
}

/** Runs one contract test on SQLite and on a real PostgreSQL. */
export function onBoth(name: string, tests: (opener: Opener) => void): void {
  for (const engine of ['sqlite', 'postgres'] as const) {
    describe(`${name} in ${engine}`, () => {
      const ending: (() => Promise<unknown>)[] = [];
      afterEach(async () => {
        for (const end of ending.splice(0).reverse()) await end();
      });
      const address = () => newPlace(engine, ending);
      const openAt = async (at: StoreAddress) => {
        const store = await openStore(at);
        ending.push(() => store.close());
        return store;
      };
      tests({ engine, address, openAt, open: async () => openAt(await address()) });
    });
  }
}
