/**
 * `node bench/daily.ts [deliveries] [postgres]`: so many daily posts (10,000) that come due in the same
 * minute, sent by the real bot against the sandbox, which allows 50 requests a second. Prints how long
 * that took against the limit's ideal, how often Discord said 429, how fast commands were answered
 * meanwhile against when nothing was owed, and what a delivery costs in both stores. Nothing fails.
 *
 * The sandbox keeps only the last thousands of exchanges, so all is counted as it passes.
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ChannelType } from 'discord-api-types/v10';
import type { Schedule } from '../src/daily/model.ts';
import { BotProcess } from '../src/sandbox/bot-process.ts';
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.ts';
import { addChannel } from '../src/sandbox/world/channels.ts';
import { addGuild, join } from '../src/sandbox/world/guilds.ts';
import { openDatabase, type StoreAddress } from '../src/storage/database.ts';
import { openStore } from '../src/storage/store.ts';
import { DAILY } from '../test/daily/fixtures.ts';
import { postgresAt, stop } from '../test/storage/postgres.ts';
import { line, percentile } from './figures.ts';

const PER_SECOND = 50;
const PER_SERVER = 25;
const HOUR = 3_600_000;
const IDLE_SECONDS = 20;
const STORE_SAMPLE = 200;
/** How often is told how far it has come, and after how long without a post it is given up. */
const PROGRESS = 10_000;
const STALLED = 60_000;
/** Posts go to channels of servers. */
const MESSAGE = /^POST \/channels\/\d+\/messages$/;

const count = Number(process.argv[2] ?? 10_000);
const inPostgres = process.argv[3] === 'postgres';
const folder = await mkdtemp(path.join(tmpdir(), 'duidu-bench-'));
const url = `${await postgresAt(folder, true)}/postgres`;

await storeTimes('SQLite', { file: path.join(folder, 'duidu.sqlite') });
await storeTimes('PostgreSQL', { url });
await flood();
await stop(folder);

/** What claiming, recording and looking cost, without Discord, each with its flush to the disk. */
async function storeTimes(name: string, address: StoreAddress) {
  await fill(address, STORE_SAMPLE, () => ['9', '8'], 0);
  const store = await openStore(address);
  const schedules = await store.deliveries.due(0, STORE_SAMPLE);
  const run = { day: '2026-11-24', at: 0, late: false };
  const next = { day: '2026-11-25', at: 24 * HOUR };
  const looked = await timed(() =>
    store.deliveries.owe(schedules.map((schedule) => ({ schedule, runs: [run], next }))),
  );
  const deliverOne = async ({ id: scheduleId, position }: Schedule) => {
    const claim = await store.deliveries.claim({ scheduleId, day: run.day }, 1, 60_000);
    if (claim === null) throw new Error('a delivery could not be claimed');
    await store.deliveries.sent(claim, {
      placed: { channelId: '1', messageId: '2' },
      sentAt: 2,
      articleId: 'tides',
      paragraphs: [1],
      position: { ...position, last: 1 },
      reason: null,
      pause: null,
    });
  };
  const half = STORE_SAMPLE / 2;
  const alone = await timed(async () => {
    for (const schedule of schedules.slice(0, half)) await deliverOne(schedule);
  });
  const inHand = await timed(() => Promise.all(schedules.slice(half).map(deliverOne)));
  await store.schedules.forgetServer('9');
  await store.close();
  const each = (milliseconds: number, of: number) => `${(milliseconds / of).toFixed(2)} ms`;
  line(
    `${name}, a delivery`,
    `${each(alone, half)} to claim and record one by one, ${each(inHand, half)} with ${half} in hand, ${each(looked, STORE_SAMPLE)} to look`,
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Schedules that are all due at `at`, in one go: adding them one by one would take minutes. */
async function fill(
  address: StoreAddress,
  total: number,
  place: (index: number) => readonly [guildId: string, channelId: string],
  at: number,
): Promise<void> {
  const store = await openStore(address);
  const next = { day: new Date(at).toISOString().slice(0, 10), at };
  await store.schedules.add({ ...DAILY, next, createdBy: null });
  await store.close();
  const { db } = openDatabase(address);
  const [row] = await db.selectFrom('schedules').selectAll().execute();
  if (row === undefined) throw new Error('the schedule was not added');
  await db.deleteFrom('schedules').execute();
  for (let start = 0; start < total; start += 500) {
    const rows = Array.from({ length: Math.min(500, total - start) }, (_, index) => {
      const [guild_id, channel_id] = place(start + index);
      return { ...row, id: `b${start + index}`, guild_id, channel_id };
    });
    await db.insertInto('schedules').values(rows).execute();
  }
  await db.destroy();
}

async function flood(): Promise<void> {
  const sandbox = await startSandbox({ globalLimit: PER_SECOND });
  const places = manyChannels(sandbox);
  const address = inPostgres ? { url } : { file: path.join(sandbox.dataDir, 'duidu.sqlite') };
  const owedAt = Math.floor(sandbox.clock.now() / HOUR) * HOUR + 24 * HOUR;
  await fill(address, count, (index) => places[index] ?? ['', ''], owedAt);
  const bot = new BotProcess(sandbox, inPostgres ? { env: { DATABASE_URL: url } } : {});
  await sandbox.until(() => bot.output.includes('"connected"'), 120_000);
  await wait(3000);
  const idle = await asking(sandbox, () => Promise.resolve(true), IDLE_SECONDS);

  const seen = watch(sandbox);
  sandbox.clock.set(owedAt);
  const started = performance.now();
  const since = (at: number) => (at - started) / 1000;
  const telling = setInterval(() => {
    progress(`${since(performance.now()).toFixed(0)} s: ${seen.posts} of ${count} posts`);
  }, PROGRESS);
  const busy = await asking(sandbox, async () => {
    if (performance.now() - Math.max(seen.last, started) > STALLED) {
      throw new Error(`no post for ${STALLED / 1000} s, after ${seen.posts} of ${count}`);
    }
    return seen.posts < count;
  });
  clearInterval(telling);
  const ideal = count / PER_SECOND;
  const seconds = since(seen.last);
  line(
    'deliveries',
    `${count} in ${inPostgres ? 'PostgreSQL, by pg-boss' : 'SQLite, by node-cron'}`,
  );
  line(
    'duration',
    `${seconds.toFixed(1)} s from the minute to the last post, ${(seconds / ideal).toFixed(3)} x the ideal of ${ideal} s; the first post after ${since(seen.first).toFixed(2)} s`,
  );
  line('channels with a post', `${seen.channels.size}, with ${seen.posts} posts`);
  line('429s', String(seen.limited));
  const slower = percentile(busy, 0.99) / percentile(idle, 0.99);
  for (const [name, all] of [
    ['idle', idle],
    ['meanwhile', busy],
  ] as const) {
    const [half, most] = [percentile(all, 0.5), percentile(all, 0.99)];
    line(
      `/random ${name}`,
      `${half.toFixed(1)} ms median, ${most.toFixed(1)} ms p99, ${all.length} asked`,
    );
  }
  line('p99 meanwhile against idle', `${slower.toFixed(2)} x`);
  await bot.stop();
  await sandbox.close();
}

/** Counts what the bot's requests came to, from now on. */
function watch(sandbox: Sandbox) {
  const seen = { posts: 0, limited: 0, first: 0, last: 0, channels: new Set<string>() };
  sandbox.on(({ name, status }) => {
    if (status === 429) seen.limited += 1;
    if (status !== 200 || !MESSAGE.test(name)) return;
    seen.posts += 1;
    seen.last = performance.now();
    seen.first ||= seen.last;
    seen.channels.add(name);
  });
  return seen;
}

/** Servers with 25 channels each, one for every delivery. */
function manyChannels({ world }: Sandbox): (readonly [string, string])[] {
  const [first] = world.guilds.values();
  const owner = first?.ownerId ?? '';
  const everyone = BigInt([...(first?.roles.values() ?? [])][0]?.permissions ?? '0');
  const places: (readonly [string, string])[] = [];
  while (places.length < count) {
    const name = `Server ${places.length / PER_SERVER}`;
    const guild = addGuild(world, { name, ownerId: owner, preferredLocale: 'en-US', everyone });
    for (let index = 0; index < PER_SERVER; index += 1) {
      const channel = addChannel(world, guild, { type: ChannelType.GuildText, name: `c${index}` });
      places.push([guild.id, channel.id]);
    }
    join(world, guild, owner);
    join(world, guild, world.bot.id);
  }
  return places;
}

/** Asks `/random` five times a second while `goOn`; the milliseconds until each answer. */
async function asking(
  sandbox: Sandbox,
  goOn: () => Promise<boolean>,
  seconds = Number.POSITIVE_INFINITY,
): Promise<number[]> {
  const taken: number[] = [];
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until && (await goOn())) {
    const asked = performance.now();
    // No answer in time counts as the time that was waited for it.
    const answer = await sandbox
      .as('Lin')
      .command('/random')
      .catch(() => null);
    taken.push(answer?.milliseconds ?? performance.now() - asked);
    await wait(200);
  }
  return taken;
}

function progress(text: string): void {
  process.stderr.write(`  ${text}\n`);
}
