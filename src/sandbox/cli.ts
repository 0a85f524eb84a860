import { parseArgs } from 'node:util';
import { BotKeeper } from './page/bot-keeper.ts';
import { openPage } from './page/page.ts';
import { printExchange } from './print.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';

const USAGE = `Usage: npm run sandbox -- [options] ["/command option:value"]

Starts a Discord on this machine with the real bot in it. Without a command it prints an address:
open it in a browser and try everything there. With a command, a member types it, the reply is
printed, and all ends.

  --port PORT         a port of your choice
  --articles FOLDER   other articles than data/articles
  --data FOLDER       keep everything there for the next start
  --as NAME           who types the command: Ada (admin), Mo (moderator), Lin (中文台灣), Wei (中文简体), Sam
  --locale LOCALE     in another language, for example zh-TW
  --channel NAME      in another channel, or DM
  --log               show what the bot logs`;

/** The terminal: a way to say something, and a way to be told to end. */
export interface Terminal {
  say(text: string): void;
  readonly interrupted: Promise<void>;
}

/** Runs `npm run sandbox -- ARGS` and gives the exit code: 1 when something is to be mended. */
export async function runSandboxCommand(
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: OPTIONS,
    });
    if (values.help) terminal.say(USAGE);
    else await play(values, positionals[0] ?? null, terminal);
    return 0;
  } catch (error) {
    terminal.say(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

const OPTIONS = {
  as: { type: 'string', default: 'Ada' },
  locale: { type: 'string' },
  channel: { type: 'string' },
  articles: { type: 'string' },
  data: { type: 'string' },
  port: { type: 'string', default: '0' },
  log: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

interface Values {
  as: string;
  locale?: string | undefined;
  channel?: string | undefined;
  articles?: string | undefined;
  data?: string | undefined;
  port: string;
  log: boolean;
}

async function play(values: Values, line: string | null, terminal: Terminal): Promise<void> {
  const { say } = terminal;
  const sandbox = await startSandbox({ port: portOf(values.port), log: say, data: values.data });
  const bot = new BotKeeper(sandbox, {
    env: values.articles === undefined ? {} : { ARTICLES_DIR: values.articles },
    ...(values.log ? { log: say } : {}),
  });
  try {
    if (line === null) await showPage(sandbox, bot, terminal);
    else await once({ sandbox, bot, values, line, say });
  } finally {
    await bot.stop();
    await sandbox.close();
  }
}

/** Serves the page until the terminal is interrupted. */
async function showPage(sandbox: Sandbox, bot: BotKeeper, terminal: Terminal): Promise<void> {
  await openPage(sandbox, bot);
  terminal.say(sandbox.url);
  bot.process.exited.then(
    () => terminal.say(bot.process.output),
    () => {},
  );
  await terminal.interrupted;
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error('--port must be a number from 0 to 65535; 0 takes any free one');
}

interface Act {
  readonly sandbox: Sandbox;
  readonly bot: BotKeeper;
  readonly values: Values;
  readonly line: string;
  readonly say: (text: string) => void;
}

/** A member types one command, and what they see is printed. */
async function once({ sandbox, bot, values, line, say }: Act): Promise<void> {
  const { process } = bot;
  const gone = process.exited.then((code) => {
    throw new Error(`The bot ended with code ${code}.\n${process.output}`);
  });
  const place = {
    ...(values.locale === undefined ? {} : { locale: values.locale }),
    ...(values.channel === undefined ? {} : { channel: values.channel }),
  };
  const act = async () => {
    await sandbox.ready(60_000);
    const exchange = await sandbox.as(values.as, place).command(line);
    say(printExchange(await exchange.settled()));
  };
  await Promise.race([act(), gone]);
}

if (import.meta.main) {
  const { promise: interrupted, resolve } = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  process.exitCode = await runSandboxCommand(process.argv.slice(2), {
    say: (text) => process.stdout.write(`${text}\n`),
    interrupted,
  });
}
