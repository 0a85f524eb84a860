import { expect, it } from 'vitest';
import type { Choices } from '../../src/reader/preferences.ts';
import { Readers } from '../../src/reader/readers.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { readersIn } from '../../src/storage/readers.ts';
import { onBoth } from './on-both.ts';

const CHOICES: Choices = { aid: 'zhuyin', script: 'traditional', timeZone: 'Asia/Taipei' };
const MINUTE = 60_000;

onBoth('readers', ({ engine, open, address, openAt }) => {
  it('hold what a reader and a server chose, also after a restart', async () => {
    const at = await address();
    const before = await openAt(at);
    expect(await before.readers.choicesOf('1', 0)).toEqual({});
    await before.readers.choose('1', CHOICES);
    await before.readers.choose('1', { ...CHOICES, aid: 'pinyin' });
    await before.readers.setDefaults('9', { first: 'chinese' });
    await before.readers.setDefaults('9', { first: 'chinese', aid: 'zhuyin' });
    await before.close();
    const { readers } = await openAt(at);
    expect(await readers.preferencesOf('1', '9', 0)).toMatchObject({
      ...CHOICES,
      aid: 'pinyin',
      first: 'chinese',
    });
    expect(await readers.preferencesOf('2', '9', 0)).toMatchObject({ aid: 'zhuyin' });
    expect(await readers.preferencesOf('2', null, 0)).toMatchObject({ aid: 'none' });
  });

  it('leave nothing behind when everything is taken back', async () => {
    const { readers, personal } = await open();
    await readers.choose('1', CHOICES);
    await readers.choose('1', {});
    await readers.setDefaults('9', CHOICES);
    await readers.setDefaults('9', {});
    expect(await readers.exportOf('1')).toEqual([]);
    expect(await readers.defaultsOf('9', 0)).toEqual({});
    expect(personal).toContain(readers);
  });

  it('export and forget one reader, and one server', async () => {
    const { readers } = await open();
    await readers.choose('1', CHOICES);
    await readers.choose('2', CHOICES);
    await readers.setDefaults('9', CHOICES);
    expect(await readers.exportOf('1')).toEqual([CHOICES]);
    expect(await readers.choicesOf('1', 0)).toEqual(CHOICES);
    await readers.forget('1');
    expect(await readers.choicesOf('1', 0)).toEqual({});
    expect(await readers.choicesOf('2', 0)).toEqual(CHOICES);
    await readers.forgetServer('9');
    expect(await readers.defaultsOf('9', 0)).toEqual({});
  });

  it('see what another process changed: at once in a fleet, else within a minute', async () => {
    const at = await address();
    const [one, other] = [await openAt(at), await openAt(at)];
    expect(await one.readers.choicesOf('1', 0)).toEqual({});
    await other.readers.choose('1', CHOICES);
    const soon = engine === 'postgres' ? CHOICES : {};
    expect(await one.readers.choicesOf('1', MINUTE / 2)).toEqual(soon);
    expect(await one.readers.choicesOf('1', MINUTE)).toEqual(CHOICES);
  });

  it('ask again after a failure', async () => {
    const at = await address();
    await (await openAt(at)).readers.choose('1', CHOICES);
    const database = openDatabase(at);
    const store = readersIn(database);
    const broken = { ...store, choicesOf: () => Promise.reject(new Error('out of reach')) };
    const failing = new Readers(broken);
    await expect(failing.choicesOf('1', 0)).rejects.toThrow('out of reach');
    Object.assign(broken, store);
    expect(await failing.choicesOf('1', 0)).toEqual(CHOICES);
    await database.db.destroy();
  });
});
