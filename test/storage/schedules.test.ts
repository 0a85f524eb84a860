import { expect, it } from 'vitest';
import { MAX_SCHEDULES, type Schedule } from '../../src/daily/model.ts';
import { DAILY, MORNING } from '../daily/fixtures.ts';
import { onBoth } from './on-both.ts';

const FULL: Schedule = {
  ...DAILY,
  id: 'full_-9',
  days: [6, 7],
  articleId: 'two-names-of-tea',
  paragraphs: 5,
  show: 'chinese-first',
  order: 'shuffled',
  atEnd: 'stop',
  thread: true,
  roleId: '400000000000000001',
  tagId: '500000000000000001',
  quiz: true,
  language: 'zh-CN',
  creatorLanguage: 'en',
  createdAt: DAILY.createdAt + 1,
  paused: { reason: 'missing-permissions', since: MORNING },
  position: { articleId: 'two-names-of-tea', last: 3, round: 2, seed: 4_294_967_295 },
  next: null,
};

onBoth('schedules', ({ open, address, openAt }) => {
  it('gives back what was added, oldest first', async () => {
    const { schedules } = await open();
    await schedules.add(FULL);
    await schedules.add(DAILY);
    await schedules.add({ ...DAILY, id: 'elsewhere', guildId: '9' });
    expect(await schedules.ofServer(DAILY.guildId)).toEqual([DAILY, FULL]);
    expect(await schedules.byId(FULL.id)).toEqual(FULL);
    expect(await schedules.byId('nobody')).toBeNull();
    expect(await schedules.history(DAILY.id, 20)).toEqual([]);
  });

  it('keeps it over a restart', async () => {
    const at = await address();
    const before = await openAt(at);
    await before.schedules.add(FULL);
    await before.close();
    const after = await openAt(at);
    expect(await after.schedules.byId(FULL.id)).toEqual(FULL);
  });

  it('changes what is asked and nothing else', async () => {
    const { schedules } = await open();
    await schedules.add(DAILY);
    await schedules.add(FULL);
    const position = { articleId: 'a', last: 4, round: 0, seed: 7 };
    await schedules.change(DAILY.id, { position, next: null });
    const change = {
      time: { hour: 20, minute: 30 },
      paused: { reason: 'by-hand', since: 1 },
    } as const;
    const changed = await schedules.change(DAILY.id, change);
    expect(changed).toEqual({ ...DAILY, position, next: null, ...change });
    expect(await schedules.byId(FULL.id)).toEqual(FULL);
    expect(await schedules.change('nobody', change)).toBeNull();
    expect(await schedules.change(DAILY.id, { paused: null })).toMatchObject({ paused: null });
  });

  it('removes one', async () => {
    const { schedules } = await open();
    await schedules.add(DAILY);
    expect(await schedules.remove(DAILY.id)).toBe(true);
    expect(await schedules.remove(DAILY.id)).toBe(false);
    expect(await schedules.ofServer(DAILY.guildId)).toEqual([]);
  });

  it(`takes ${MAX_SCHEDULES} a server`, async () => {
    const { schedules } = await open();
    const ids = Array.from({ length: MAX_SCHEDULES }, (_, index) => `s${index}`);
    for (const id of ids) expect(await schedules.add({ ...DAILY, id })).toBe(true);
    expect(await schedules.add({ ...DAILY, id: 'more' })).toBe(false);
    expect(await schedules.add({ ...DAILY, id: 'elsewhere', guildId: '9' })).toBe(true);
  });

  it('shows a person what they set up, and forgets their name but not the server’s posts', async () => {
    const { schedules } = await open();
    const userId = '300000000000000001';
    await schedules.add(DAILY);
    await schedules.add({ ...FULL, createdBy: '8' });
    expect(await schedules.exportOf(userId)).toEqual([DAILY]);
    await schedules.forget(userId);
    expect(await schedules.exportOf(userId)).toEqual([]);
    expect(await schedules.byId(DAILY.id)).toEqual({ ...DAILY, createdBy: null });
  });

  it('forgets a server', async () => {
    const { schedules, serverData, personal } = await open();
    await schedules.add(DAILY);
    await schedules.add({ ...FULL, guildId: '9' });
    for (const each of serverData) await each.forgetServer(DAILY.guildId);
    expect(await schedules.ofServer(DAILY.guildId)).toEqual([]);
    expect(await schedules.ofServer('9')).toHaveLength(1);
    expect(personal.map(({ section }) => section)).toContain('schedules');
  });
});
