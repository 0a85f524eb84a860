import { afterAll, beforeAll } from 'vitest';
import { type BotOptions, BotProcess } from '../../src/sandbox/bot-process.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';

/** A sandbox with the real bot in it, for all tests of a file. */
export function house(options: BotOptions = {}) {
  const rooms: { sandbox?: Sandbox; bot?: BotProcess } = {};

  beforeAll(async () => {
    rooms.sandbox = await startSandbox();
    rooms.bot = new BotProcess(rooms.sandbox, options);
    await ready(rooms.sandbox, rooms.bot);
  });

  afterAll(async () => {
    await rooms.bot?.stop();
    await rooms.sandbox?.close();
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
