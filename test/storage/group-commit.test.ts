import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { GroupCommit } from '../../src/storage/group-commit.ts';
import { migrate } from '../../src/storage/migrate.ts';

describe('writing together', () => {
  const database = openDatabase({ file: ':memory:' });
  afterEach(() => database.db.destroy());

  it('gives each its own result, and keeps the failure of one from the others', async () => {
    await migrate(database);
    const group = new GroupCommit(database.db);
    const mark = (guild_id: string, presence: string | null) =>
      group.run(async (all) => {
        await all
          .insertInto('servers')
          .values({ guild_id, presence: presence ?? '', since: 1 })
          .execute();
        if (presence === null) throw new Error(`not ${guild_id}`);
        return guild_id;
      });
    const results = await Promise.allSettled([
      mark('1', 'present'),
      mark('2', null),
      mark('3', 'left'),
      mark('1', 'left'),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
    ]);
    await expect(mark('4', 'away')).resolves.toBe('4');
    await expect(mark('4', 'away')).rejects.toThrow(/UNIQUE/);
    const rows = await database.db.selectFrom('servers').select('guild_id').execute();
    expect(rows.map(({ guild_id }) => guild_id)).toEqual(['1', '3', '4']);
  });
});
