import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { APIMessage } from 'discord-api-types/v10';
import { BotProcess } from './bot-process.ts';
import type { Exchange } from './exchange.ts';
import { printExchange } from './print.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';

const USAGE = `Usage: npm run sandbox -- [options] ["/command option:value"]

Starts a Discord on this machine with the real bot in it. With a command, a member types it, the
reply is printed, and all ends. Without one it keeps running and takes commands from the keyboard.

  --as NAME           who types: Ada (admin), Mo (moderator), Lin (中文台灣), Wei (中文简体), Sam
  --locale LOCALE     in another language, for example zh-TW
  --channel NAME      in another channel, or DM
  --articles FOLDER   other articles than data/articles
  --port PORT         a port of your choice
  --log               show what the bot logs`;

const HOW = `Type a command, for example /random or /paragraph number:3 language:chinese
Type a button's label to press it. "as Lin" changes who you are. Ctrl+C ends.`;

/** The terminal: what is typed, a way to say something, and a way to be told to end. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
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
  port: { type: 'string', default: '0' },
  log: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

interface Values {
  as: string;
  locale?: string | undefined;
  channel?: string | undefined;
  articles?: string | undefined;
  port: string;
  log: boolean;
}

async function play(values: Values, line: string | null, terminal: Terminal): Promise<void> {
  const { input, say, interrupted } = terminal;
  const sandbox = await startSandbox({ port: portOf(values.port) });
  const bot = new BotProcess(sandbox, {
    env: values.articles === undefined ? {} : { ARTICLES_DIR: values.articles },
    ...(values.log ? { log: say } : {}),
  });
  const gone = bot.exited.then((code) => {
    throw new Error(`The bot ended with code ${code}.\n${bot.output}`);
  });
  try {
    await Promise.race([sandbox.ready(), gone]);
    const place = {
      ...(values.locale === undefined ? {} : { locale: values.locale }),
      ...(values.channel === undefined ? {} : { channel: values.channel }),
    };
    const member = { sandbox, name: values.as, place, say };
    const acting = line === null ? converse(member, input) : once(member, line);
    await Promise.race([acting, gone, interrupted]);
  } finally {
    await bot.stop();
    await sandbox.close();
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error('--port must be a number from 0 to 65535; 0 takes any free one');
}

/** Who types, where, and where the answers are printed. */
interface Member {
  readonly sandbox: Sandbox;
  readonly name: string;
  readonly place: Parameters<Sandbox['as']>[1];
  readonly say: (text: string) => void;
}

async function once({ sandbox, name, place, say }: Member, line: string): Promise<void> {
  const exchange = await sandbox.as(name, place).command(line);
  say(printExchange(await exchange.settled()));
}

/** Takes commands and button labels, line by line, until there are no more. */
async function converse(member: Member, input: NodeJS.ReadableStream): Promise<void> {
  const { sandbox, place, say } = member;
  say(`A Discord of your own runs at ${sandbox.url}, with Duidu in it.\n${HOW}`);
  let { name } = member;
  let last: APIMessage | undefined;
  const act = async (line: string): Promise<Exchange | null> => {
    const [, who] = /^as (.+)$/i.exec(line) ?? [];
    if (who !== undefined) {
      sandbox.as(who, place);
      name = who;
      say(`You are ${who} now.`);
      return null;
    }
    const actor = sandbox.as(name, place);
    if (line.startsWith('/')) return actor.command(line);
    if (last === undefined) throw new Error('There is no message with buttons yet.');
    return actor.press(last, line);
  };
  for await (const line of createInterface({ input })) {
    if (line.trim() === '') continue;
    try {
      const exchange = await act(line.trim());
      if (exchange === null) continue;
      last = (await exchange.settled()).message ?? last;
      say(printExchange(exchange));
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  }
}

if (import.meta.main) {
  const { promise: interrupted, resolve } = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  process.exitCode = await runSandboxCommand(process.argv.slice(2), {
    input: process.stdin,
    say: (text) => process.stdout.write(`${text}\n`),
    interrupted,
  });
  // A terminal that is still open would keep the process alive.
  process.stdin.unref?.();
}
