import { expect, it } from 'vitest';
import { QUARTER } from '../../src/quiz/score.ts';
import { ANSWER } from '../quiz/fixtures.ts';
import { onBoth } from './on-both.ts';

const LATE = 1_780_000_000_000;

onBoth('scores', ({ open }) => {
  it('keeps a first answer once', async () => {
    const { scores } = await open();
    const same = [ANSWER, { ...ANSWER, right: false }, ANSWER].map((one) => scores.record(one));
    expect((await Promise.all(same)).filter(Boolean)).toHaveLength(1);
    expect(await scores.record({ ...ANSWER, number: 2, right: false, points: 0 })).toBe(true);
    expect(await scores.record({ ...ANSWER, readerId: '1002' })).toBe(true);
    expect(await scores.tally('r1')).toEqual({ answered: 3, right: 2 });
    expect(await scores.tally('none')).toEqual({ answered: 0, right: 0 });
    const own = await scores.answersOf('r1', '1001');
    expect(own.map(({ number }) => number)).toEqual([1, 2]);
    expect(own[0]).toEqual(ANSWER);
  });

  it('tells what readers did by quarters of an hour, here or everywhere', async () => {
    const { scores } = await open();
    await scores.record({ ...ANSWER, at: LATE });
    await scores.record({ ...ANSWER, number: 2, at: LATE + 1, right: false, points: 0 });
    await scores.record({ ...ANSWER, number: 3, at: LATE + QUARTER, guildId: null, points: 1 });
    await scores.record({ ...ANSWER, readerId: '1002', at: LATE });
    const first = {
      readerId: '1001',
      at: LATE - (LATE % QUARTER),
      answered: 2,
      right: 1,
      points: 0.5,
    };
    expect(await scores.activityOf(['1001'], '2')).toEqual([first]);
    const all = await scores.activityOf(['1001', '1002'], null);
    expect(all).toHaveLength(3);
    expect(all).toContainEqual(first);
    expect(await scores.activityOf([], null)).toEqual([]);
    expect(await scores.activityOf(['1001'], '9')).toEqual([]);
    const everybody = { at: first.at, answered: 3, right: 2, points: 1 };
    expect(await scores.activityIn({ guildId: '2' }, 0)).toEqual([everybody]);
    expect(await scores.activityIn({ channelId: '3' }, 0)).toHaveLength(2);
    expect(await scores.activityIn({ guildId: '2' }, LATE + 2)).toEqual([]);
  });

  it('ranks by points, then by right answers, in a server or a channel, since a day', async () => {
    const { scores } = await open();
    const give = (readerId: string, number: number, points: number, at = LATE, channelId = '3') =>
      scores.record({ ...ANSWER, readerId, number, points, right: points > 0, at, channelId });
    await give('1001', 1, 1);
    await give('1001', 2, 0);
    await give('1002', 1, 0.5);
    await give('1002', 2, 0.5);
    await give('1003', 1, 1, 5);
    await give('1004', 1, 1, LATE, '4');
    const names = async (...[scope, since, limit]: Parameters<typeof scores.ranking>) =>
      (await scores.ranking(scope, since, limit)).map(({ readerId }) => readerId);
    expect(await names({ guildId: '2' }, 0, 10)).toEqual(['1002', '1003', '1004', '1001']);
    expect(await names({ guildId: '2' }, LATE, 2)).toEqual(['1002', '1004']);
    expect(await names({ channelId: '3' }, LATE, 10)).toEqual(['1002', '1001']);
    expect(await scores.ranking({ channelId: '4' }, 0, 10)).toEqual([
      { readerId: '1004', points: 1, answered: 1, right: 1 },
    ]);
  });

  it('shows a person their answers and forgets them', async () => {
    const { scores } = await open();
    await scores.record(ANSWER);
    await scores.record({ ...ANSWER, readerId: '1002' });
    expect(await scores.exportOf('1001')).toEqual([ANSWER]);
    await scores.forget('1001');
    expect(await scores.exportOf('1001')).toEqual([]);
    expect(await scores.tally('r1')).toMatchObject({ answered: 1 });
  });

  it('forgets a server but leaves readers their answers', async () => {
    const { scores } = await open();
    await scores.record(ANSWER);
    await scores.forgetServer('2');
    expect(await scores.ranking({ guildId: '2' }, 0, 5)).toEqual([]);
    expect(await scores.exportOf('1001')).toEqual([{ ...ANSWER, guildId: null, channelId: null }]);
  });
});
