import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { complaint, run } from '../../src/main.ts';
import { type BotOptions, BotProcess } from '../../src/sandbox/bot-process.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import type { Engine, StoreAddress } from '../../src/storage/database.ts';
import { newPlace } from '../storage/on-both.ts';

/** The bot of a house: a process of its own, or the same code in this one. */
type Bot = Pick<BotProcess, 'output' | 'exited' | 'stop'>;

/**
 * The bot as `npm start` runs it, but in the process of the test: it starts at once, and what the
 * tests reach of it is counted. It cannot be killed: tests that do so want a process.
 */
export function botHere(sandbox: Sandbox, { env = {} }: BotOptions): Bot {
  const stop = Promise.withResolvers<null>();
  const environment = {
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    DATA_DIR: sandbox.dataDir,
    ...env,
  };
  const target = {
    write: (line: string) => {
      bot.output += line;
    },
  };
  const running = run(environment, stop.promise, { clock: sandbox.clock, target }).then(
    () => 0,
    (error: unknown) => {
      bot.output += complaint(error, environment);
      return 1;
    },
  );
  const bot = {
    output: '',
    exited: running,
    stop: () => {
      stop.resolve(null);
      return running;
    },
  };
  return bot;
}

interface HouseOptions extends BotOptions {
  readonly engine?: Engine;
  /** Whether the bot is a process of its own, for tests that kill it. */
  readonly process?: boolean;
}

/** A sandbox with the real bot in it, for all tests of a file or of a `describe`. */
export function house({ engine = 'sqlite', process = false, ...given }: HouseOptions = {}) {
  const rooms: { sandbox?: Sandbox; bot?: Bot; store?: StoreAddress } = {};
  const ending: (() => Promise<unknown>)[] = [];
  let options: BotOptions = given;
  const begin = async (sandbox: Sandbox) => {
    rooms.bot = process ? new BotProcess(sandbox, options) : botHere(sandbox, options);
    await ready(sandbox, rooms.bot);
  };

  beforeAll(async () => {
    // A machine of tests may be slower than Discord waits: what is right must not hang on that.
    rooms.sandbox = await startSandbox({ patience: 20_000 });
    rooms.store = { file: path.join(rooms.sandbox.dataDir, 'duidu.sqlite') };
    if (engine === 'postgres') {
      const place = await newPlace(engine, ending);
      rooms.store = place;
      if ('url' in place) options = { ...given, env: { ...given.env, DATABASE_URL: place.url } };
    }
    await begin(rooms.sandbox);
  });

  afterAll(async () => {
    await rooms.bot?.stop();
    await rooms.sandbox?.close();
    for (const end of ending.reverse()) await end();
  });

  return {
    get sandbox(): Sandbox {
      if (rooms.sandbox === undefined) throw new Error('the sandbox has not been started');
      return rooms.sandbox;
    },
    get bot(): Bot {
      if (rooms.bot === undefined) throw new Error('the bot has not been started');
      return rooms.bot;
    },
    /** Where the bot keeps what it keeps, for tests that have to know it. */
    get store(): StoreAddress {
      if (rooms.store === undefined) throw new Error('the sandbox has not been started');
      return rooms.store;
    },
    /** Ends the bot and starts it anew, as after a crash or an update. */
    async restart(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
      await this.bot.stop(signal);
      await begin(this.sandbox);
    },
  };
}

/** Waits for a bot that takes commands; says what the bot said when it ends instead. */
export async function ready(sandbox: Sandbox, bot: Pick<Bot, 'output' | 'exited'>): Promise<void> {
  const ended = bot.exited.then((code) => {
    throw new Error(`the bot ended with code ${code}: ${bot.output}`);
  });
  await Promise.race([sandbox.until(() => bot.output.includes('"connected"'), 60_000), ended]);
}
