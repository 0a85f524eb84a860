import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Schedule } from '../../src/daily/model.ts';
import { firstRun } from '../../src/daily/owed.ts';
import { BotProcess } from '../../src/sandbox/bot-process.ts';
import type { Exchange } from '../../src/sandbox/exchange.ts';
import { printMessage } from '../../src/sandbox/print.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { findChannel } from '../../src/sandbox/world/names.ts';
import type { Engine, StoreAddress } from '../../src/storage/database.ts';
import { openStore, type Store } from '../../src/storage/store.ts';
import { wordsFor } from '../../src/words/index.ts';
import { DAILY } from '../daily/fixtures.ts';
import { newPlace } from '../storage/on-both.ts';
import { ready } from './house.ts';

const DAY = 86_400_000;

function messageOf({ message }: Exchange) {
  if (message === undefined) throw new Error('no message came');
  return message;
}

describe.each(['sqlite', 'postgres'] as const)('the real bot with %s', (engine) => {
  const ending: (() => Promise<unknown>)[] = [];
  const parts: {
    sandbox?: Sandbox;
    store?: Store;
    bot?: BotProcess;
    env?: Record<string, string>;
  } = {};

  const get = () => {
    const { sandbox, store } = parts;
    if (sandbox === undefined || store === undefined) throw new Error('not started');
    return { sandbox, store };
  };

  async function start(): Promise<void> {
    const { sandbox } = get();
    parts.bot = new BotProcess(sandbox, parts.env === undefined ? {} : { env: parts.env });
    await ready(sandbox, parts.bot);
  }

  beforeAll(async () => {
    // A machine of tests may be slower than Discord waits.
    const sandbox = await startSandbox({ patience: 20_000 });
    ending.push(() => sandbox.close());
    const address = await addressFor(engine, sandbox, ending);
    parts.sandbox = sandbox;
    parts.env = 'url' in address ? { DATABASE_URL: address.url } : {};
    const store = await openStore(address);
    ending.push(() => store.close());
    parts.store = store;
    await start();
  });

  afterAll(async () => {
    await parts.bot?.stop();
    for (const end of ending.reverse()) await end();
  });

  const posts = () => {
    const { world } = get().sandbox;
    const { id } = findChannel(world, 'daily');
    return [...(world.messages.get(id)?.values() ?? [])].map(({ message }) =>
      printMessage(message),
    );
  };

  const history = () => get().store.schedules.history(DAILY.id, 20);

  it('posts when the time has come, once a day', async () => {
    const { sandbox, store } = get();
    const { id: channelId, guildId } = findChannel(sandbox.world, 'daily');
    const schedule: Schedule = { ...DAILY, channelId, guildId: guildId ?? '' };
    const next = firstRun(schedule, sandbox.clock.now());
    await store.schedules.add({ ...schedule, next });
    sandbox.clock.set((next?.at ?? 0) + 300_000);
    await sandbox.until(() => posts().length === 1, 60_000);
    expect(posts()[0]).toContain('1 / ');
  });

  it('moved on by a week: one post, and the history says what was missed', async () => {
    const { sandbox } = get();
    sandbox.clock.advance(7 * DAY);
    await sandbox.until(() => posts().length === 2, 60_000);
    while ((await history())[0]?.state !== 'sent')
      await new Promise((done) => setTimeout(done, 20));
    const states = (await history()).map(({ state }) => state);
    expect(states.filter((state) => state === 'missed')).toHaveLength(6);
    expect(posts()[1]).toContain('2 / ');
  });

  it('posts as its server wants texts, and shows a reader a copy as they want them', async () => {
    const { sandbox } = get();
    const ada = sandbox.as('Ada', { locale: 'zh-TW', channel: 'reading' });
    const settings = messageOf(await ada.command('/server settings'));
    await ada.choose(settings, 'setting:server:aid', ['zhuyin']);
    await ada.choose(settings, 'setting:server:script', ['simplified']);
    const lin = sandbox.as('Lin', { locale: 'zh-TW', channel: 'daily' });
    const reading = sandbox.as('Lin', { locale: 'zh-TW', channel: 'reading' });
    const own = messageOf(await reading.command('/settings'));
    await reading.choose(own, 'setting:reader:aid', ['pinyin']);
    await reading.choose(own, 'setting:reader:script', ['traditional']);
    sandbox.clock.advance(DAY);
    await sandbox.until(() => posts().length === 3, 60_000);
    const [, , post = ''] = posts();
    expect(post).toContain('人讲闽南语');
    expect(post).toContain('ㄇㄧㄣˇ');
    expect(post).not.toContain('Mǐnnányǔ');
    const { id } = findChannel(sandbox.world, 'daily');
    const sent = [...(sandbox.world.messages.get(id)?.values() ?? [])].at(-1)?.message;
    if (sent === undefined) throw new Error('no post');
    const { daily, paragraph } = wordsFor('zh-TW');
    const english = messageOf(await lin.press(sent, daily.hideChinese));
    const copy = printMessage(messageOf(await lin.press(english, paragraph.showChinese)));
    expect(copy).toContain('講閩南語');
    expect(copy).toContain('Mǐnnányǔ');
    expect(copy).toContain('(only you can see this)');
    expect(posts()[2]).toBe(post);
  });

  it('goes on after kill -9 with the paragraph that comes next', { timeout: 300_000 }, async () => {
    const { sandbox } = get();
    await parts.bot?.stop('SIGKILL');
    await start();
    sandbox.clock.advance(DAY);
    // If it was killed before it had recorded the last post, the next one comes a minute later.
    await sandbox.until(() => posts().some((post) => post.includes('-# 4 / ')), 200_000);
    expect(sandbox.refusals()).toEqual([]);
  });
});

async function addressFor(
  engine: Engine,
  sandbox: Sandbox,
  ending: (() => Promise<unknown>)[],
): Promise<StoreAddress> {
  return engine === 'postgres'
    ? newPlace('postgres', ending)
    : { file: path.join(sandbox.dataDir, 'duidu.sqlite') };
}
