import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Sandbox } from './sandbox.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MANIFEST = z
  .object({ scripts: z.object({ start: z.string() }) })
  .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')));
/** The flags of `npm start`: what stands between `node` and the program. */
const AS_STARTED = MANIFEST.scripts.start.split(' ').slice(1, -1);
const PROGRAM = fileURLToPath(new URL('./bot.ts', import.meta.url));

export interface BotOptions {
  /** Added to the environment that the sandbox gives: its address and its token. */
  env?: Readonly<Record<string, string>>;
  /** Told each line of the bot's log and of its complaints as it comes. */
  log?: (line: string) => void;
}

/** The real bot, as `npm start` runs it, connected to a sandbox instead of Discord. */
export class BotProcess {
  readonly #child: ChildProcess;
  readonly #exit: Promise<number | null>;
  /** Everything the bot has written, standard output and standard error together. */
  output = '';

  constructor(
    sandbox: Pick<Sandbox, 'apiUrl' | 'token' | 'clock' | 'dataDir'>,
    { env = {}, log }: BotOptions = {},
  ) {
    const { clock } = sandbox;
    this.#child = spawn(process.execPath, [...AS_STARTED, PROGRAM, String(clock.offset)], {
      cwd: ROOT,
      env: {
        ...withoutSettings(process.env),
        DISCORD_TOKEN: sandbox.token,
        DISCORD_API_URL: sandbox.apiUrl,
        DATA_DIR: sandbox.dataDir,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const stopFollowing = clock.onSet(() => {
      if (this.#child.connected) this.#child.send(clock.offset);
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
        for (const line of text.split('\n')) if (line !== '') log?.(line);
      });
    }
    this.#exit = once(this.#child, 'close').then(() => {
      stopFollowing();
      return this.#child.exitCode;
    });
  }

  /** The number of the process, for measuring it. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** The exit code, or null when a signal ended the process. */
  get exited(): Promise<number | null> {
    return this.#exit;
  }

  /** Sends a signal, by default the one that asks a process to stop, and waits for its end. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.#child.kill(signal);
    return this.#exit;
  }
}

/** The bot of a sandbox must not read what an operator set for the real one. */
function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours = new Set(['ARTICLES_DIR', 'DATA_DIR', 'DATABASE_URL', 'LOG_LEVEL']);
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !ours.has(name)));
}
