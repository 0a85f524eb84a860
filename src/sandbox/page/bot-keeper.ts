import { type BotOptions, BotProcess } from '../bot-process.ts';
import type { Sandbox } from '../sandbox.ts';
import type { BotState } from './protocol.ts';

/** The bot as the page sees it. */
export interface KeptBot {
  readonly state: BotState;
  restart(): Promise<void>;
}

/** Keeps the bot's process for the page: starts it, starts it again, and knows how it is. */
export class BotKeeper implements KeptBot {
  readonly #sandbox: Sandbox;
  readonly #options: BotOptions;
  #process: BotProcess;
  #running = true;

  constructor(sandbox: Sandbox, options: BotOptions = {}) {
    this.#sandbox = sandbox;
    this.#options = options;
    this.#process = this.#start();
  }

  get state(): BotState {
    if (!this.#running) return 'stopped';
    const { gateway, world } = this.#sandbox;
    return gateway.connected > 0 && world.commands.size > 0 ? 'running' : 'starting';
  }

  /** The present process, whose output tells why it ended. */
  get process(): BotProcess {
    return this.#process;
  }

  /** Ends the bot as an operator would, and starts it again; waits until it is connected. */
  async restart(): Promise<void> {
    await this.stop();
    this.#process = this.#start();
    await this.#sandbox.ready(60_000);
  }

  async stop(): Promise<void> {
    await this.#process.stop();
    await this.#sandbox.until(() => this.#sandbox.gateway.connected === 0);
  }

  #start(): BotProcess {
    const started = new BotProcess(this.#sandbox, this.#options);
    this.#running = true;
    void started.exited.then(() => {
      if (this.#process === started) this.#running = false;
    });
    return started;
  }
}
