import { expect, it } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { onBoth } from './on-both.ts';

const HOUR = 3_600_000;

onBoth('turns', ({ engine, address, openAt }) => {
  it('are taken by one process of a fleet, for each thing to answer', async () => {
    const at = await address();
    const fleet = [await openAt(at), await openAt(at), await openAt(at)];
    const begun = await Promise.all(fleet.map(({ turns }) => turns.begin('1', 0)));
    expect(begun.filter(Boolean)).toHaveLength(engine === 'postgres' ? 1 : 3);
    const [one, other] = fleet;
    expect(await other?.turns.begin('2', 0)).toBe(true);
    expect(await one?.turns.begin('2', 0)).toBe(engine === 'sqlite');
  });

  it('leave nothing behind for long', async () => {
    const at = await address();
    const { turns } = await openAt(at);
    await turns.begin('1', 0);
    await turns.begin('2', HOUR + 1);
    const { db } = openDatabase(at);
    const rows = await db.selectFrom('begun').select('id').execute();
    await db.destroy();
    expect(rows).toEqual(engine === 'postgres' ? [{ id: '2' }] : []);
  });
});
