import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Commits take at most one part in five of the time: after one, four times as long is waited. */
const REST = 4;
/** What is to be written waits no longer than this, in milliseconds. */
const LONGEST_REST = 250;

interface Waiting {
  write(all: Kysely<Tables>): Promise<void>;
  /** Tells the caller, once it is on the disk. */
  done(): void;
  fail(error: unknown): void;
}

/**
 * Group commit: runs writings that come close together in one transaction, each with its own result.
 * With SQLite a commit waits for the disk, and the whole process with it. How close is as close as the
 * disk is slow. A result is given out only when it is on the disk.
 */
export class GroupCommit {
  readonly #db: Kysely<Tables>;
  #waiting: Waiting[] = [];
  #running = false;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  run<Result>(write: (all: Kysely<Tables>) => Promise<Result>): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    let result: { readonly value: Result } | undefined;
    this.#waiting.push({
      write: async (all) => {
        result = { value: await write(all) };
      },
      done: () => result && resolve(result.value),
      fail: reject,
    });
    if (!this.#running) void this.#runAll();
    return promise;
  }

  async #runAll(): Promise<void> {
    this.#running = true;
    // What comes in the same turn belongs together.
    await turn();
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0);
      const started = performance.now();
      await this.#commit(group);
      const rest = Math.min(LONGEST_REST, (performance.now() - started) * REST);
      await wait(rest);
    }
    this.#running = false;
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    try {
      await this.#db.transaction().execute(async (all) => {
        for (const each of group) await each.write(all);
      });
      for (const each of group) each.done();
    } catch (error) {
      const [only, ...others] = group;
      // One that cannot be written must not take the others with it: nothing of them was kept.
      if (others.length > 0) for (const each of group) await this.#commit([each]);
      else only?.fail(error);
    }
  }
}
