import { ChannelType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { STEPS } from '../../src/daily/deliver.ts';
import { openThread } from '../../src/sandbox/world/channels.ts';
import { findChannel } from '../../src/sandbox/world/names.ts';
import { DAILY } from './fixtures.ts';
import { DAY, HOUR, postHouses } from './post-house.ts';

const open = postHouses();
const MINUTE = 60_000;
const sent = { state: 'sent', reason: null };
const MESSAGES = /POST \/channels\/\d+\/messages/;

describe('a delivery', () => {
  it('sends the next excerpt each day, and remembers where it stands', async () => {
    const house = await open();
    await house.add('daily', { paragraphs: 2 });
    expect(await house.round()).toEqual([sent]);
    expect(await house.round()).toEqual([]);
    house.sandbox.clock.advance(DAY);
    expect(await house.round()).toEqual([sent]);
    expect(house.texts('daily').map((text) => /\d{4}-.*/.exec(text)?.[0])).toEqual([
      '2026-11-24: tides 1.2',
      '2026-11-25: tides 3.4',
    ]);
    const [second, first] = await house.store.schedules.history(DAILY.id, 20);
    expect(first).toMatchObject({ state: 'sent', attempts: 1, paragraphs: [1, 2], reason: null });
    expect(second?.messageId).toBe(house.messages('daily')[1]?.id);
  });

  it('is done once by any number of rounds at the same time', async () => {
    const house = await open();
    await house.add('daily');
    const outcomes = await Promise.all([house.round(), house.round(), house.round()]);
    expect(outcomes.flat()).toEqual([sent]);
    expect(house.messages('daily')).toHaveLength(1);
  });

  it.each(STEPS)('is neither lost nor doubled when the process dies after: %s', async (died) => {
    const house = await open();
    await house.add('daily', { thread: true });
    house.reached = (step) => {
      if (step === died) throw new Error('killed');
    };
    await expect(house.round()).rejects.toThrow('killed');
    house.restart();
    // Longer than Discord remembers a nonce: it has to be found.
    house.sandbox.clock.advance(10 * MINUTE);
    await house.round();
    expect(house.messages('daily')).toHaveLength(1);
    expect(house.messages('daily')[0]?.id).toBe(
      (await house.store.schedules.history(DAILY.id, 1))[0]?.messageId,
    );
    expect(house.sandbox.world.channels.has(house.messages('daily')[0]?.id ?? '')).toBe(true);
    house.sandbox.clock.advance(DAY);
    await house.round();
    expect(house.texts('daily')[1]).toContain('tides 2');
  });

  it('finds its post among many others', async () => {
    const house = await open();
    await house.add('daily');
    house.reached = (step) => {
      if (step === 'sent') throw new Error('killed');
    };
    const say = (count: number) => {
      const lin = house.sandbox.as('Lin', { channel: 'daily' });
      for (let index = 0; index < count; index += 1) lin.say(`message ${index}`);
    };
    say(150);
    await expect(house.round()).rejects.toThrow('killed');
    say(150);
    house.restart();
    house.sandbox.clock.advance(10 * MINUTE);
    expect(await house.round()).toEqual([sent]);
    expect(house.messages('daily')).toHaveLength(1);
  });
});

describe('every kind of channel', () => {
  it('announcements', async () => {
    const house = await open();
    await house.add('announcements', { thread: true });
    expect(await house.round()).toEqual([sent]);
    expect(house.messages('announcements')).toHaveLength(1);
  });

  it('a thread', async () => {
    const house = await open();
    const { world } = house.sandbox;
    const thread = openThread(world, {
      parent: findChannel(world, 'daily'),
      ownerId: world.bot.id,
      name: 'talk',
      type: ChannelType.PublicThread,
    });
    await house.add('daily', { channelId: thread.id });
    expect(await house.round()).toEqual([sent]);
    expect(house.messages(thread.id)).toHaveLength(1);
  });

  it('a forum: a post of its own, named and found again', async () => {
    const house = await open();
    await house.add('articles');
    house.reached = (step) => {
      if (step === 'sent') throw new Error('killed');
    };
    await expect(house.round()).rejects.toThrow('killed');
    house.restart();
    house.sandbox.clock.advance(10 * MINUTE);
    expect(await house.round()).toEqual([sent]);
    const forum = house.channelId('articles');
    const posts = [...house.sandbox.world.channels.values()].filter((c) => c.parentId === forum);
    expect(posts.map(({ name }) => name)).toEqual(['The Tides 1']);
    house.sandbox.clock.advance(DAY);
    await house.round();
    const [delivery] = await house.store.schedules.history(DAILY.id, 1);
    expect(delivery?.channelId).toBe(delivery?.messageId);
  });

  it('a role is mentioned, and only that', async () => {
    const house = await open();
    const roles = [...house.sandbox.world.guilds.values()].flatMap(({ roles: all }) => [
      ...all.values(),
    ]);
    const reader = roles.find(({ name }) => name.startsWith('Reader'));
    await house.add('daily', { roleId: reader?.id ?? '' });
    expect(await house.round()).toEqual([sent]);
  });
});

describe('failures that pass', () => {
  it.each([
    [
      '500',
      (house: House) => house.sandbox.faults.rest({ status: 500, match: MESSAGES }),
      'server-error',
    ],
    [
      '502',
      (house: House) => house.sandbox.faults.rest({ status: 502, match: MESSAGES }),
      'server-error',
    ],
    [
      'a long 429',
      (house: House) =>
        house.sandbox.faults.rest({ status: 429, retryAfter: 900, match: MESSAGES }),
      'rate-limit',
    ],
    [
      'a connection that breaks',
      (house: House) => house.sandbox.faults.dropRequests('before', { match: MESSAGES, times: 99 }),
      'network',
    ],
    [
      'an outage of the server',
      (house: House) => {
        const guild = [...house.sandbox.world.guilds.values()][0];
        const id = guild?.id ?? '';
        const off = house.sandbox.faults.guildUnavailable();
        house.store.servers.mark([id], 'away', house.now);
        return () => {
          off();
          house.store.servers.mark([id], 'present', house.now);
        };
      },
      'server-away',
    ],
  ] as const)('%s: tried again with growing pauses, then sent once', async (_, fail, reason) => {
    const house = await open();
    await house.add('daily');
    const off = fail(house);
    const tries = await house.rounds(2);
    expect(new Set(tries.map(({ state }) => state))).toEqual(new Set(['postponed']));
    expect(new Set(tries.map((each) => each.reason))).toEqual(new Set([reason]));
    // 1, 2, 4, 8, 16, 20, 20 … minutes, each cut by up to a quarter.
    expect(tries.length).toBeGreaterThanOrEqual(8);
    expect(tries.length).toBeLessThanOrEqual(13);
    off();
    house.sandbox.faults.clear();
    house.restart();
    expect(await house.rounds(1)).toEqual([sent]);
    expect(house.messages('daily')).toHaveLength(1);
  });

  it('a connection that breaks after the post was made: found, not made again', async () => {
    const house = await open();
    await house.add('daily');
    house.sandbox.faults.dropRequests('after', { match: MESSAGES });
    expect(await house.round()).toEqual([{ state: 'postponed', reason: 'network' }]);
    expect(await house.rounds(1)).toEqual([sent]);
    expect(house.messages('daily')).toHaveLength(1);
  });

  it('the same in a forum, which has no nonce', async () => {
    const house = await open();
    await house.add('articles');
    await house.round();
    house.sandbox.clock.advance(DAY);
    house.sandbox.faults.dropRequests('after', { match: /POST \/channels\/\d+\/threads/ });
    expect(await house.round()).toEqual([{ state: 'postponed', reason: 'network' }]);
    expect(await house.rounds(1)).toEqual([sent]);
    const forum = house.channelId('articles');
    const posts = [...house.sandbox.world.channels.values()].filter((c) => c.parentId === forum);
    expect(posts).toHaveLength(2);
  });

  it('is missed when the window closes, with the last reason, and the paragraph comes next day', async () => {
    const house = await open();
    await house.add('daily');
    house.sandbox.faults.rest({ status: 503, match: MESSAGES });
    const tries = await house.rounds(7);
    expect(tries.at(-1)).toEqual({ state: 'missed', reason: 'server-error' });
    house.sandbox.faults.clear();
    house.sandbox.clock.advance(DAY - 7 * HOUR);
    expect(await house.round()).toEqual([sent]);
    expect(house.texts('daily').join()).toContain('2026-11-25: tides 1');
    const history = await house.store.schedules.history(DAILY.id, 20);
    expect(history.map(({ day, state, reason }) => [day, state, reason])).toEqual([
      ['2026-11-25', 'sent', null],
      ['2026-11-24', 'missed', 'server-error'],
    ]);
  });

  it('a thread that cannot be opened leaves the post and says so', async () => {
    const house = await open();
    await house.add('daily', { thread: true });
    house.sandbox.faults.losePermission('daily', 'CreatePublicThreads');
    expect(await house.round()).toEqual([{ state: 'sent', reason: 'thread' }]);
    expect(house.messages('daily')).toHaveLength(1);
  });
});

type House = Awaited<ReturnType<typeof open>>;

describe('a bot that was away', () => {
  it('posts once when it is back inside the window', async () => {
    const house = await open();
    await house.add('daily');
    house.sandbox.clock.advance(5 * HOUR);
    expect(await house.rounds(1)).toEqual([sent]);
  });

  it('for a week: one post, the rest is missed', async () => {
    const house = await open();
    await house.add('daily');
    house.sandbox.clock.advance(7 * DAY + HOUR);
    expect(await house.round()).toEqual([sent]);
    expect(house.texts('daily').join()).toContain('2026-12-01: tides 1');
    const history = await house.store.schedules.history(DAILY.id, 20);
    expect(history.map(({ state, reason }) => [state, reason])).toEqual([
      ['sent', null],
      ...Array.from({ length: 7 }, () => ['missed', 'down']),
    ]);
  });

  it('looks for the post that it sent before it died, however long ago', async () => {
    const house = await open();
    await house.add('daily');
    house.reached = (step) => {
      if (step === 'sent') throw new Error('killed');
    };
    await expect(house.round()).rejects.toThrow('killed');
    house.restart();
    house.sandbox.clock.advance(20 * HOUR);
    expect(await house.round()).toEqual([sent]);
    expect(house.messages('daily')).toHaveLength(1);
  });

  it('does not guess where it cannot read: a repeated post would be worse than a missed one', async () => {
    const house = await open();
    await house.add('daily');
    house.reached = (step) => {
      if (step === 'sent') throw new Error('killed');
    };
    await expect(house.round()).rejects.toThrow('killed');
    house.restart();
    house.sandbox.faults.losePermission('daily', 'ReadMessageHistory');
    house.sandbox.clock.advance(10 * MINUTE);
    expect(await house.round()).toEqual([{ state: 'missed', reason: 'unsure' }]);
    expect(house.messages('daily')).toHaveLength(1);
  });

  it('trusts the nonce where it cannot read, as long as Discord remembers it', async () => {
    const house = await open();
    await house.add('daily');
    house.reached = (step) => {
      if (step === 'sent') throw new Error('killed');
    };
    await expect(house.round()).rejects.toThrow('killed');
    house.restart();
    house.sandbox.faults.losePermission('daily', 'ReadMessageHistory');
    house.sandbox.clock.advance(2 * MINUTE);
    expect(await house.round()).toEqual([sent]);
    expect(house.messages('daily')).toHaveLength(1);
  });
});
