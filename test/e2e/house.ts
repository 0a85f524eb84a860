import { afterAll, beforeAll } from 'vitest';
import { type BotOptions, BotProcess } from '../../src/sandbox/bot-process.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import type { Engine } from '../../src/storage/database.ts';
import { newPlace } from '../storage/on-both.ts';

/** A sandbox with the real bot in it, for all tests of a file or of a `describe`. */
export function house(given: BotOptions = {}, engine: Engine = 'sqlite') {
  const rooms: { sandbox?: Sandbox; bot?: BotProcess } = {};
  const ending: (() => Promise<unknown>)[] = [];
  let options = given;

  beforeAll(async () => {
    rooms.sandbox = await startSandbox();
    if (engine === 'postgres') {
      const place = await newPlace(engine, ending);
      if ('url' in place) options = { ...given, env: { ...given.env, DATABASE_URL: place.url } };
    }
    rooms.bot = new BotProcess(rooms.sandbox, options);
    await ready(rooms.sandbox, rooms.bot);
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
    get bot(): BotProcess {
      if (rooms.bot === undefined) throw new Error('the bot has not been started');
      return rooms.bot;
    },
    /** Ends the bot and starts it anew, as after a crash or an update. */
    async restart(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
      await this.bot.stop(signal);
      rooms.bot = new BotProcess(this.sandbox, options);
      await ready(this.sandbox, rooms.bot);
    },
  };
}

/** Waits for a bot that takes commands; says what the bot said when it ends instead. */
export async function ready(sandbox: Sandbox, bot: BotProcess): Promise<void> {
  const ended = bot.exited.then((code) => {
    throw new Error(`the bot ended with code ${code}: ${bot.output}`);
  });
  await Promise.race([sandbox.until(() => bot.output.includes('"connected"'), 20_000), ended]);
}
