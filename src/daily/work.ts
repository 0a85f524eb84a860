import { type DeliveryName, deliveryKey } from './model.ts';

/** What a process works through: names come in the order in which they have waited. */
export interface WorkSource {
  ready(limit: number): Promise<readonly DeliveryName[]>;
  /** Never rejects. */
  deliver(name: DeliveryName): Promise<void>;
}

const FETCH = 500;

/** The queue of one process: so many deliveries at a time, until nothing is ready any more. */
export class Work {
  readonly #source: WorkSource;
  readonly #atOnce: number;
  #waiting: DeliveryName[] = [];
  #fetching: Promise<void> | null = null;
  /** What this run has begun: nothing comes twice in it. */
  #begun = new Set<string>();
  #running: Promise<void> | null = null;
  #closed = false;

  constructor(source: WorkSource, atOnce: number) {
    this.#source = source;
    this.#atOnce = atOnce;
  }

  /** Works until nothing is ready. A call while it works joins the run. */
  run(): Promise<void> {
    this.#running ??= this.#workThrough().finally(() => {
      this.#running = null;
      this.#begun = new Set();
    });
    return this.#running;
  }

  /** Begins nothing more and waits for what is in hand. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #workThrough(): Promise<void> {
    await Promise.all(Array.from({ length: this.#atOnce }, () => this.#workOne()));
  }

  async #workOne(): Promise<void> {
    for (;;) {
      const name = await this.#next();
      if (name === undefined) return;
      await this.#source.deliver(name);
    }
  }

  async #next(): Promise<DeliveryName | undefined> {
    if (this.#closed) return undefined;
    if (this.#waiting.length === 0) {
      this.#fetching ??= this.#fetch().finally(() => {
        this.#fetching = null;
      });
      await this.#fetching;
    }
    return this.#waiting.shift();
  }

  async #fetch(): Promise<void> {
    const ready = await this.#source.ready(FETCH);
    for (const name of ready) {
      const key = deliveryKey(name);
      if (this.#begun.has(key)) continue;
      this.#begun.add(key);
      this.#waiting.push(name);
    }
  }
}
