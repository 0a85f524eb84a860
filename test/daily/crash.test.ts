import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STEPS } from '../../src/daily/deliver.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { findChannel } from '../../src/sandbox/world/names.ts';
import type { Engine, StoreAddress } from '../../src/storage/database.ts';
import { openStore, type Store } from '../../src/storage/store.ts';
import { newPlace } from '../storage/on-both.ts';
import { SCENES } from './crash-world.ts';
import { DAILY, MORNING } from './fixtures.ts';

const SCHEDULES = 8;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const folder = { path: '' };

/** The child as one file: of what it imports, most of the time would go into finding the files. */
beforeAll(async () => {
  folder.path = await mkdtemp(path.join(tmpdir(), 'duidu-crash-'));
  const input = new URL('crash-child.ts', import.meta.url).pathname;
  const bundle = await rolldown({ input, platform: 'node', external: ['pg-native'] });
  await bundle.write({ file: path.join(folder.path, 'child.mjs'), codeSplitting: false });
});
afterAll(() => rm(folder.path, { recursive: true, force: true }));

interface Scene {
  readonly sandbox: Sandbox;
  readonly store: Store;
  readonly address: StoreAddress;
  readonly ending: (() => Promise<unknown>)[];
}

async function sceneOn(engine: Engine): Promise<Scene> {
  const sandbox = await startSandbox({ globalLimit: 10_000, now: () => MORNING });
  const ending: (() => Promise<unknown>)[] = [() => sandbox.close()];
  const address = await newPlace(engine, ending);
  const store = await openStore(address);
  ending.push(() => store.close());
  const { id: channelId, guildId } = findChannel(sandbox.world, 'daily');
  for (let index = 0; index < SCHEDULES; index += 1) {
    const own = { id: `s${index}`, channelId, guildId: guildId ?? '', thread: true };
    await store.schedules.add({ ...DAILY, ...own });
  }
  return { sandbox, store, address, ending };
}

/** Runs one bot; gives the step at which it was killed, or null when it had done all there was. */
async function runOne({ sandbox, address }: Scene, dieAt: number | null): Promise<string | null> {
  const { apiUrl, token, clock } = sandbox;
  const inFlight = (dieAt ?? 0) % 4;
  const task = { address, apiUrl, token, now: clock.now(), inFlight, dieAt };
  const child = spawn(
    process.execPath,
    [path.join(folder.path, 'child.mjs'), JSON.stringify(task)],
    {
      env: { ...process.env, NODE_COMPILE_CACHE: path.join(folder.path, 'cache') },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let step = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    step += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const [code, signal] = await once(child, 'close');
  if (signal === 'SIGKILL') return step;
  if (code !== 0) throw new Error(`the child ended with ${code}: ${complaint}`);
  return null;
}

/** Kills `kills` bots, of which `together` run at the same time, and lets one finish the work. */
async function crash(scene: Scene, kills: number, together: number): Promise<string[]> {
  const died: string[] = [];
  const { clock } = scene.sandbox;
  for (let turn = 0; died.length < kills; turn += 1) {
    // Every step of the first delivery and of the second, in an order that mixes them.
    const dieAt = (offset: number) => 1 + ((turn * 5 + offset * 7) % 12);
    const ends = await Promise.all(
      Array.from({ length: together }, (_, index) => runOne(scene, dieAt(index))),
    );
    died.push(...ends.filter((step) => step !== null));
    // Past the lease each time; every third time past what Discord remembers of a nonce.
    clock.advance(turn % 3 === 0 ? 10 * MINUTE : 65_000);
    if (ends.every((step) => step === null))
      clock.set(MORNING + (Math.floor((clock.now() - MORNING) / DAY) + 1) * DAY);
  }
  clock.advance(10 * MINUTE);
  expect(await runOne(scene, null)).toBeNull();
  clock.advance(10 * MINUTE);
  expect(await runOne(scene, null)).toBeNull();
  return died;
}

/** No post twice, none lost, none without its thread, and no paragraph left out. */
async function expectEachOnce({ sandbox, store }: Scene): Promise<void> {
  const { id } = findChannel(sandbox.world, 'daily');
  const all = [...(sandbox.world.messages.get(id)?.values() ?? [])];
  const posts = all.flatMap(({ message }) => {
    const [, name] = /(s\d+ \d{4}-\d\d-\d\d): tides/.exec(JSON.stringify(message.components)) ?? [];
    return name === undefined ? [] : [[name, message.id] as const];
  });
  const owed: (readonly [string, string | null])[] = [];
  for (let index = 0; index < SCHEDULES; index += 1) {
    const history = (await store.schedules.history(`s${index}`, 1000)).toReversed();
    expect(new Set(history.map(({ state }) => state))).toEqual(new Set(['sent']));
    expect(history.flatMap(({ paragraphs }) => paragraphs)).toEqual(history.map((_, at) => at + 1));
    owed.push(...history.map(({ day, messageId }) => [`s${index} ${day}`, messageId] as const));
  }
  expect(posts.toSorted()).toEqual(owed.toSorted());
  expect(owed.every(([, messageId]) => sandbox.world.channels.has(messageId ?? ''))).toBe(true);
}

describe('kill -9 at every step of a delivery', () => {
  it.concurrent.each(SCENES)(
    '$kills times on $engine, $together at a time: no post twice, none lost',
    { timeout: 900_000 },
    async ({ engine, kills, together }) => {
      const scene = await sceneOn(engine);
      try {
        const died = await crash(scene, kills, together);
        expect(died.length).toBeGreaterThanOrEqual(kills);
        expect(new Set(died)).toEqual(new Set([...STEPS, 'sending']));
        await expectEachOnce(scene);
      } finally {
        for (const end of scene.ending.reverse()) await end();
      }
    },
  );
});
