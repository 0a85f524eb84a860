import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Article } from '../article/article.ts';
import type { Finished } from './finish-draft.ts';
import type { MadeDraft } from './make-draft.ts';
import type { SentFile } from './read/read.ts';
import { type Refusal, RefusedFile } from './read/refused.ts';

/** What the thread is given. */
export type Job =
  | { readonly kind: 'make'; readonly files: readonly SentFile[] }
  | ({ readonly kind: 'finish' } & Finished);

/** What the thread gives back. */
export type Outcome =
  | { readonly kind: 'made'; readonly made: MadeDraft }
  | { readonly kind: 'finished'; readonly article: Article }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly file: string };

/** Why a job is not begun, or not finished. */
export class WorkshopError extends Error {
  readonly reason: 'server-busy' | 'host-busy' | 'too-slow';

  constructor(reason: WorkshopError['reason']) {
    super(`the import was not done: ${reason}`);
    this.reason = reason;
  }
}

/** So many jobs may wait for the one that is at work. */
const MOST_WAITING = 10;
/** A job takes no longer than this, in milliseconds; Discord waits for 15 minutes. */
const PATIENCE = 300_000;
/** A job takes no more memory than this, in mebibytes. */
const MEMORY = 768;

/**
 * Does what is too long for the event loop, in a thread of its own: one job after the other, so that
 * a core stays free for answers, and one at a time for a server. A thread that takes too long or too
 * much memory is ended.
 */
export class Workshop {
  readonly #folders: readonly string[];
  readonly #patience: number;
  readonly #servers = new Set<string>();
  #last: Promise<unknown> = Promise.resolve();

  /** `folders` are where the prepared dictionary may be, the first one first. */
  constructor(folders: readonly string[], patience = PATIENCE) {
    this.#folders = folders;
    this.#patience = patience;
  }

  /** Reads and aligns files. Rejects with a RefusedFile or a WorkshopError. */
  async makeDraft(guildId: string, files: readonly SentFile[]): Promise<MadeDraft> {
    const outcome = await this.#inTurn(guildId, { kind: 'make', files });
    if (outcome.kind !== 'made') throw new TypeError(`a draft was made: ${outcome.kind}`);
    return outcome.made;
  }

  /** Makes an article of texts. Rejects with a WorkshopError. */
  async finish(guildId: string, finished: Finished): Promise<Article> {
    const outcome = await this.#inTurn(guildId, { kind: 'finish', ...finished });
    if (outcome.kind !== 'finished') throw new TypeError(`an article: ${outcome.kind}`);
    return outcome.article;
  }

  async #inTurn(guildId: string, task: Job): Promise<Outcome> {
    if (this.#servers.has(guildId)) throw new WorkshopError('server-busy');
    if (this.#servers.size > MOST_WAITING) throw new WorkshopError('host-busy');
    this.#servers.add(guildId);
    const turn = this.#last.then(() => this.#work(task));
    this.#last = turn.catch(() => {});
    try {
      const outcome = await turn;
      if (outcome.kind === 'refused') throw new RefusedFile(outcome.refusal, outcome.file);
      return outcome;
    } finally {
      this.#servers.delete(guildId);
    }
  }

  async #work(task: Job): Promise<Outcome> {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { task, folders: this.#folders },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    });
    try {
      const [outcome]: Outcome[] = await once(worker, 'message', {
        signal: AbortSignal.timeout(this.#patience),
      });
      if (outcome === undefined) throw new TypeError('the thread said nothing');
      return outcome;
    } catch (error) {
      const { name, code } = Object(error);
      const spent = name === 'AbortError' || code === 'ERR_WORKER_OUT_OF_MEMORY';
      throw spent ? new WorkshopError('too-slow') : error;
    } finally {
      await worker.terminate();
    }
  }
}
