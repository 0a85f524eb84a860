import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SettableClock } from '../../clock/clock.ts';
import { packWorld, unpackWorld } from './keep.ts';
import type { World } from './world.ts';

const WAIT_MS = 500;

/** Where a sandbox keeps what is to last: the bot's data, and the world. */
export interface Home {
  botFolder: string;
  /** The world of the last time. */
  world: World | null;
  /** Keeps a world from now on; `watch` is to call back for what may change beside its events. */
  keep(world: World, watch: (look: () => void) => (() => void)[]): void;
  close(): Promise<void>;
}

/** Opens a folder for a sandbox, or a passing one that goes with it. Sets the clock as it was. */
export async function openHome(folder: string | undefined, clock: SettableClock): Promise<Home> {
  if (folder === undefined) return passingHome();
  const botFolder = path.resolve(folder, 'bot');
  const file = path.resolve(folder, 'world.bin');
  await mkdir(botFolder, { recursive: true });
  const kept = await read(file, clock);
  if (kept) clock.setOffset(kept.clockOffset);
  let stop = () => {};
  let save = async () => {};
  return {
    botFolder,
    world: kept?.world ?? null,
    keep(world, watch) {
      let timer: NodeJS.Timeout | undefined;
      const look = () => {
        timer ??= setTimeout(() => {
          timer = undefined;
          void save();
        }, WAIT_MS);
      };
      const stops = [world.on(look), ...watch(look), () => clearTimeout(timer)];
      stop = () => {
        for (const each of stops) each();
      };
      // One write after the other: two at once would share the file beside.
      let last = Promise.resolve();
      save = () => {
        last = last.then(() => write(file, packWorld(world, clock.offset)));
        return last;
      };
    },
    async close() {
      stop();
      await save();
    },
  };
}

async function passingHome(): Promise<Home> {
  const botFolder = await mkdtemp(path.join(tmpdir(), 'duidu-sandbox-'));
  return {
    botFolder,
    world: null,
    keep: () => {},
    close: () => rm(botFolder, { recursive: true, force: true }),
  };
}

async function read(file: string, clock: SettableClock) {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch {
    return null;
  }
  try {
    return unpackWorld(bytes, () => clock.now());
  } catch {
    throw new Error(
      `${file} is not a world of this sandbox. Move it away, or give another --data.`,
    );
  }
}

/** Beside the file first: a start must never find half a world. */
async function write(file: string, bytes: Uint8Array): Promise<void> {
  await writeFile(`${file}.new`, bytes);
  await rename(`${file}.new`, file);
}
