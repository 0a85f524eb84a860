import { REST } from '@discordjs/rest';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../src/daily/model.ts';
import { createOutbox } from '../../src/discord/outbox.ts';
import { tellPause } from '../../src/discord/tell-pause.ts';
import { printMessage } from '../../src/sandbox/print.ts';
import { findPerson } from '../../src/sandbox/world/names.ts';
import { dailyRound } from '../../src/tick/daily-round.ts';
import { articleOf } from '../article/fixtures.ts';
import { DAILY } from '../daily/fixtures.ts';
import { DAY, HOUR, type PostHouse, postHouses } from '../daily/post-house.ts';

const open = postHouses();

/** The rounds of a bot, with what it tells the people who set schedules up. */
function botIn(house: PostHouse) {
  const { token, apiUrl } = house.sandbox;
  const outbox = createOutbox(new REST({ api: apiUrl, retries: 0 }).setToken(token));
  const { servers, serverData } = house.store;
  const tell = (schedule: Schedule) => tellPause(outbox, schedule);
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
  const round = dailyRound({ ...house.parts, servers, serverData, tell, log });
  return {
    lines,
    /** What a minute's tick does, as often as minutes are given. */
    async minutes(count: number) {
      for (let minute = 0; minute < count; minute += 1) {
        await round.look();
        for (const name of await round.ready(100)) await round.deliver(name);
        house.sandbox.clock.advance(60_000);
      }
    },
  };
}

/** What a person was told privately. */
const told = (house: PostHouse, name: string) =>
  house.sandbox
    .as(name, { channel: 'DM' })
    .messages()
    .map((message) => printMessage(message));

const makerIn = (house: PostHouse, name: string) => findPerson(house.sandbox.world, name).user.id;

describe('a failure that does not pass pauses the schedule, keeps everything, and is told once', () => {
  it.each([
    [
      'a deleted channel',
      (house: PostHouse) => house.sandbox.faults.deleteChannel('daily'),
      'unknown-channel',
      'Its channel was deleted.',
      'Choose another channel with `/daily edit`, and it goes on.',
    ],
    [
      'a permission that is gone',
      (house: PostHouse) => house.sandbox.faults.losePermission('daily', 'SendMessages'),
      'missing-permissions',
      'I am no longer allowed to post in its channel.',
      'Allow me View Channel, Send Messages, Embed Links, Read Message History, Send Messages in Threads there',
    ],
    [
      'a channel that cannot be seen',
      (house: PostHouse) => house.sandbox.faults.losePermission('daily', 'ViewChannel'),
      'missing-access',
      'I can no longer see its channel.',
      'Allow me View Channel',
    ],
    [
      'a post that Discord refuses',
      (house: PostHouse) =>
        house.sandbox.faults.rest({ status: 400, match: /POST .*messages/, times: 1 }),
      'refused',
      'Discord does not take the post',
      'Look at its channel, tag and role with `/daily edit`',
    ],
    [
      'an article that is gone',
      (house: PostHouse) => {
        house.articles = [articleOf([['Wind.', '風。']], { id: 'wind' })];
      },
      'article-gone',
      'Its article is no longer there.',
      'Choose another article with `/daily edit`, and it goes on.',
    ],
  ] as const)('%s', async (_, fail, reason, why, remedy) => {
    const house = await open();
    const maker = { createdBy: makerIn(house, 'Ada'), creatorLanguage: 'en' } as const;
    const position = { articleId: 'tides', last: 3, round: 0, seed: 1 };
    const schedule = await house.add('daily', { ...maker, position, atEnd: 'again' });
    fail(house);
    const bot = botIn(house);
    await bot.minutes(5);
    const after = await house.store.schedules.byId(schedule.id);
    expect(after).toEqual({ ...schedule, next: after?.next, paused: after?.paused });
    expect(after?.paused?.reason).toBe(reason);
    expect(await house.store.schedules.history(schedule.id, 20)).toMatchObject([
      { state: 'failed', reason },
    ]);
    const [notice = '', ...more] = told(house, 'Ada');
    expect(more).toEqual([]);
    for (const part of ['08:00 Asia/Taipei', why, remedy, 'Nothing is lost']) {
      expect(notice).toContain(part);
    }
    // Days go by without a single call into the channel, and without another word.
    const calls = house.sandbox.exchanges.length;
    house.sandbox.clock.advance(3 * DAY);
    await bot.minutes(3);
    expect(house.sandbox.exchanges.length).toBe(calls);
  });

  it.each([
    ['zh-TW', 'Lin', '我已經沒有在它的頻道發文的權限。', '檢視頻道、傳送訊息'],
    ['zh-CN', 'Wei', '我已经没有在它的频道发消息的权限。', '查看频道、发送消息'],
  ] as const)(
    'in the language of who set it up: %s',
    async (creatorLanguage, name, why, remedy) => {
      const house = await open();
      await house.add('daily', { createdBy: makerIn(house, name), creatorLanguage, thread: true });
      house.sandbox.faults.losePermission('daily', 'SendMessages');
      await botIn(house).minutes(2);
      const [notice = ''] = told(house, name);
      expect(notice).toContain(why);
      expect(notice).toContain(remedy);
    },
  );

  it('keeps the history for half a year', async () => {
    const house = await open();
    const { id } = await house.add('daily', { days: [2] });
    const bot = botIn(house);
    await bot.minutes(1);
    const history = () => house.store.schedules.history(id, 40);
    expect(await history()).toMatchObject([{ day: '2026-11-24', state: 'sent' }]);
    house.sandbox.clock.advance(179 * DAY);
    await bot.minutes(1);
    expect((await history()).at(-1)).toMatchObject({ day: '2026-11-24' });
    house.sandbox.clock.advance(2 * DAY);
    await bot.minutes(1);
    expect((await history()).at(-1)).not.toMatchObject({ day: '2026-11-24' });
  });

  it('goes on with the same paragraph once it is resumed', async () => {
    const house = await open();
    const schedule = await house.add('daily', { createdBy: makerIn(house, 'Ada') });
    const mend = house.sandbox.faults.losePermission('daily', 'SendMessages');
    const bot = botIn(house);
    await bot.minutes(2);
    mend();
    await house.store.schedules.change(schedule.id, { paused: null });
    house.sandbox.clock.advance(DAY);
    await bot.minutes(1);
    expect(house.texts('daily').join()).toContain('2026-11-25: tides 1');
  });

  it('is not told to who paused it, nor to who asked to be forgotten', async () => {
    const house = await open();
    const since = house.now;
    await house.add('daily', {
      createdBy: makerIn(house, 'Ada'),
      paused: { reason: 'by-hand', since },
    });
    await house.add('daily', { id: 'other', createdBy: null });
    house.sandbox.faults.losePermission('daily', 'SendMessages');
    await botIn(house).minutes(2);
    expect(told(house, 'Ada')).toEqual([]);
    expect(await house.store.deliveries.untold(5)).toEqual([]);
  });

  it('is told later when it cannot be told now, and never when the person takes no messages', async () => {
    const house = await open();
    await house.add('daily', { createdBy: makerIn(house, 'Ada') });
    await house.add('daily', { id: 'other', createdBy: '1' });
    house.sandbox.faults.losePermission('daily', 'SendMessages');
    const off = house.sandbox.faults.rest({ status: 500, match: '/users/@me/channels' });
    const bot = botIn(house);
    await bot.minutes(2);
    expect(told(house, 'Ada')).toEqual([]);
    expect(bot.lines.join()).toContain('pause not told yet');
    off();
    await bot.minutes(2);
    expect(told(house, 'Ada')).toHaveLength(1);
    expect(await house.store.deliveries.untold(5)).toEqual([]);
  });

  it('says that it is finished when the article has ended', async () => {
    const house = await open();
    house.articles = [articleOf([['One.', '一。']])];
    await house.add('daily', {
      atEnd: 'stop',
      createdBy: makerIn(house, 'Ada'),
      creatorLanguage: 'en',
    });
    const bot = botIn(house);
    await bot.minutes(2);
    expect(house.messages('daily')).toHaveLength(1);
    expect(told(house, 'Ada').join()).toContain('posted to the end, as you chose');
    house.sandbox.clock.advance(DAY);
    await bot.minutes(1);
    expect(house.messages('daily')).toHaveLength(1);
  });
});

describe('a server', () => {
  it('in an outage that the gateway has not told yet is not taken for one that shut the bot out', async () => {
    const house = await open();
    await house.add('daily', { createdBy: makerIn(house, 'Ada') });
    const back = house.sandbox.faults.guildUnavailable();
    const bot = botIn(house);
    await bot.minutes(1);
    await house.store.servers.mark([DAILY.guildId], 'away', house.now);
    back();
    await bot.minutes(5);
    expect(house.messages('daily')).toHaveLength(1);
    expect(told(house, 'Ada')).toEqual([]);
  });

  it('that left and comes back within 30 days has lost nothing', async () => {
    const house = await open();
    const schedule = await house.add('daily');
    const bot = botIn(house);
    await house.store.servers.mark([schedule.guildId], 'left', house.now);
    await bot.minutes(1);
    house.sandbox.clock.advance(29 * DAY);
    await bot.minutes(1);
    await house.store.servers.mark([schedule.guildId], 'present', house.now);
    house.sandbox.clock.advance(DAY);
    await bot.minutes(1);
    expect(house.texts('daily').join()).toContain('2026-12-24: tides 1');
    const reasons = await house.store.schedules.history(schedule.id, 40);
    expect(reasons.at(-1)).toMatchObject({ day: '2026-11-24', state: 'missed', reason: 'left' });
  });

  it('that stays away longer is forgotten, and no other', async () => {
    const house = await open();
    const schedule = await house.add('daily');
    const other = await house.add('daily', { id: 'other', guildId: '9' });
    await house.store.servers.mark([schedule.guildId], 'left', house.now);
    house.sandbox.clock.advance(30 * DAY + HOUR);
    const bot = botIn(house);
    await bot.minutes(1);
    expect(await house.store.schedules.byId(schedule.id)).toBeNull();
    expect(await house.store.schedules.byId(other.id)).not.toBeNull();
    expect(await house.store.servers.presenceOf(schedule.guildId)).toBeNull();
    expect(bot.lines.join()).toContain('server forgotten');
  });
});

describe('a round', () => {
  it('goes on with the others when the store fails for one', async () => {
    const house = await open();
    await house.add('daily');
    const parts = {
      ...house.parts,
      reached: () => {
        throw new Error('the disk is full');
      },
    };
    const { servers, serverData } = house.store;
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => lines.push(line) });
    const round = dailyRound({ ...parts, servers, serverData, tell: async () => {}, log });
    await round.look();
    for (const name of await round.ready(5)) await round.deliver(name);
    expect(lines.join()).toContain('delivery broke off');
  });
});
