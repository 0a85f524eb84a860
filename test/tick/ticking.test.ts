import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { Pace } from '../../src/discord/pace.ts';
import { createPosts } from '../../src/discord/posts.ts';
import { createSendingRest } from '../../src/discord/rest.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { findChannel } from '../../src/sandbox/world/names.ts';
import { openStore, type Store } from '../../src/storage/store.ts';
import { dailyRound } from '../../src/tick/daily-round.ts';
import { type Ticking, tickEveryMinute } from '../../src/tick/every-minute.ts';
import { tickWithFleet } from '../../src/tick/fleet.ts';
import { DAILY, MORNING } from '../daily/fixtures.ts';
import { DAY, LONG } from '../daily/post-house.ts';
import { plainLook } from '../daily/post-look.ts';
import { newPlace } from '../storage/on-both.ts';

const ending: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

const COUNT = 24;
const log = pino({ level: 'silent' });

async function discord(): Promise<Sandbox> {
  const sandbox = await startSandbox({ globalLimit: 1000, now: () => MORNING });
  ending.push(() => sandbox.close());
  return sandbox;
}

/** Fills a store with schedules for one channel that are owed now. */
async function schedulesIn(store: Store, sandbox: Sandbox): Promise<void> {
  const { id: channelId } = findChannel(sandbox.world, 'daily');
  for (let index = 0; index < COUNT; index += 1) {
    const guildId = String(index);
    await store.schedules.add({ ...DAILY, id: `s${index}`, guildId, channelId });
  }
}

function roundOf(sandbox: Sandbox, store: Store) {
  const { token, apiUrl } = sandbox;
  return dailyRound({
    ...store,
    posts: createPosts(createSendingRest({ token, apiUrl }, new Pace(50)), plainLook),
    articlesFor: () => [LONG],
    now: () => sandbox.clock.now(),
    window: DAY / 4,
    tell: async () => {},
    log,
  });
}

const posts = (sandbox: Sandbox) => {
  const { id } = findChannel(sandbox.world, 'daily');
  const all = [...(sandbox.world.messages.get(id)?.values() ?? [])];
  return all.map(
    ({ message }) => JSON.stringify(message.components).match(/s\d+ \d{4}-\d\d-\d\d/)?.[0],
  );
};

async function started(ticking: Ticking): Promise<Ticking> {
  ending.push(() => ticking.stop());
  return ticking;
}

/** Waits for all of today's posts, moves the clock by a day, and waits for all of tomorrow's. */
async function twoDays(sandbox: Sandbox): Promise<void> {
  await sandbox.until(() => posts(sandbox).length >= COUNT, 30_000);
  sandbox.clock.advance(DAY);
  await sandbox.until(() => posts(sandbox).length >= 2 * COUNT, 30_000);
  expect(new Set(posts(sandbox)).size).toBe(2 * COUNT);
  expect(posts(sandbox)).toHaveLength(2 * COUNT);
}

describe('the daily posts', () => {
  it('are made at the start and when the clock is set, by one process', async () => {
    const sandbox = await discord();
    const store = await openStore({ file: ':memory:' });
    ending.push(() => store.close());
    await schedulesIn(store, sandbox);
    const round = roundOf(sandbox, store);
    await started(tickEveryMinute(round, { clock: sandbox.clock, log, atOnce: 8 }));
    await twoDays(sandbox);
  });

  it('are made once by a fleet on one PostgreSQL', async () => {
    const sandbox = await discord();
    const address = await newPlace('postgres', ending);
    if (!('url' in address)) throw new Error('not PostgreSQL');
    for (const first of [true, false]) {
      const store = await openStore(address);
      ending.push(() => store.close());
      if (first) await schedulesIn(store, sandbox);
      const round = roundOf(sandbox, store);
      const { url } = address;
      await started(await tickWithFleet(round, { url, clock: sandbox.clock, log, atOnce: 8 }));
    }
    await twoDays(sandbox);
  });

  it('go on when a tick fails', async () => {
    const sandbox = await discord();
    const store = await openStore({ file: ':memory:' });
    const lines: string[] = [];
    const loud = pino({}, { write: (line: string) => lines.push(line) });
    const round = roundOf(sandbox, store);
    await store.close();
    const ticking = tickEveryMinute(round, { clock: sandbox.clock, log: loud, atOnce: 2 });
    await sandbox.until(() => lines.length > 0);
    sandbox.clock.advance(DAY);
    await sandbox.until(() => lines.length > 1);
    await ticking.stop();
    expect(lines.join()).toContain('tick failed');
  });
});
