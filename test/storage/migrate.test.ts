import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { type Migration, migrate, StorageError } from '../../src/storage/migrate.ts';
import { MIGRATIONS } from '../../src/storage/migrations/index.ts';
import { openStore } from '../../src/storage/store.ts';
import { DAILY } from '../daily/fixtures.ts';
import { onBoth } from './on-both.ts';

describe('the migrations', () => {
  it('are numbered from 1, upwards', () => {
    const numbers = MIGRATIONS.map(({ number }) => number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers[0]).toBe(1);
  });
});

onBoth('migrate', ({ address, openAt }) => {
  it.each(MIGRATIONS)(
    'goes on from version $number and keeps what is there',
    async ({ number }) => {
      const at = await address();
      const old = openDatabase(at);
      await migrate(
        old,
        MIGRATIONS.filter((each) => each.number <= number),
      );
      await sql`insert into schedules (id, guild_id, channel_id, hour, minute, zone, days, paragraphs,
      show, reading_order, at_end, thread, quiz, language, creator_language, created_at, pause_told, position)
      values ('old', '1', '2', 8, 0, 'Asia/Taipei', '1234567', 1, 'both', 'sequence', 'next', 0, 0,
      'en', 'en', 5, 1, '{"articleId":null,"last":2,"round":0,"seed":1}')`.execute(old.db);
      await old.db.destroy();
      const store = await openAt(at);
      expect(await store.schedules.byId('old')).toMatchObject({
        createdAt: 5,
        position: { last: 2 },
      });
      expect(await store.schedules.add(DAILY)).toBe(true);
    },
  );

  it('takes a number that was left out', async () => {
    const database = openDatabase(await address());
    const made: number[] = [];
    const step = (number: number) => ({
      number,
      up: async () => {
        made.push(number);
      },
    });
    await migrate(database, [step(1), step(3)]);
    await migrate(database, [step(1), step(2), step(3)]);
    expect(made).toEqual([1, 3, 2]);
    await database.db.destroy();
  });

  it('leaves nothing half done', async () => {
    const database = openDatabase(await address());
    const broken: Migration = {
      number: 1,
      up: async ({ db }) => {
        await db.schema.createTable('half').addColumn('id', 'text').execute();
        throw new Error('broken off');
      },
    };
    await expect(migrate(database, [broken])).rejects.toThrow('broken off');
    const tables = await database.db.introspection.getTables();
    expect(tables.filter(({ name }) => name === 'half')).toEqual([]);
    await database.db.destroy();
  });

  it('refuses a database from the future', async () => {
    const at = await address();
    const future = openDatabase(at);
    await migrate(future, [{ number: 99, up: async () => {} }]);
    await future.db.destroy();
    await expect(openStore(at)).rejects.toThrow(StorageError);
    await expect(openStore(at)).rejects.toThrow('later version of Duidu (99');
  });

  it('is done once by many processes that start together', async () => {
    const at = await address();
    const stores = await Promise.all([openAt(at), openAt(at), openAt(at), openAt(at)]);
    await Promise.all(stores.map(({ schedules }, id) => schedules.add({ ...DAILY, id: `s${id}` })));
    expect(await stores[0].schedules.ofServer(DAILY.guildId)).toHaveLength(4);
  });
});

describe('a store that cannot be opened', () => {
  it('says which and why', async () => {
    await expect(openStore({ file: '/dev/null/duidu.sqlite' })).rejects.toThrow(
      /The database \/dev\/null\/duidu\.sqlite cannot be used: .+/,
    );
    await expect(openStore({ url: 'postgres://x:secret@127.0.0.1:1/x' })).rejects.toThrow(
      /^The database at DATABASE_URL cannot be used: (?!.*secret)/,
    );
  });
});
