import type { PersonalData, ServerData } from '../privacy/owned-data.ts';
import { type Choices, type Preferences, preferencesFrom } from './preferences.ts';

/** Where choices are kept. A reader or server that chose nothing has no row and gives `{}`. */
export interface ReaderStore extends PersonalData, ServerData {
  choicesOf(userId: string): Promise<Choices>;
  /** Replaces what the reader chose; `{}` leaves nothing behind. */
  choose(userId: string, choices: Choices): Promise<void>;
  defaultsOf(guildId: string): Promise<Choices>;
  /** Replaces the server's defaults; `{}` leaves nothing behind. */
  setDefaults(guildId: string, choices: Choices): Promise<void>;
}

/** How long one process remembers choices, in milliseconds: a second one may have changed them. */
export const FRESH = 60_000;
/** How many are remembered; each is a few bytes. */
const REMEMBERED = 10_000;

/**
 * What readers and servers chose, remembered for `fresh` milliseconds, so that a button needs no look
 * into the store. A change made here holds at once. `now` is in milliseconds since 1970.
 */
export class Readers implements PersonalData, ServerData {
  readonly section: PersonalData['section'];
  readonly #store: ReaderStore;
  readonly #fresh: number;
  readonly #known = new Map<string, { readonly at: number; readonly choices: Promise<Choices> }>();

  constructor(store: ReaderStore, fresh = FRESH) {
    this.#store = store;
    this.#fresh = fresh;
    this.section = store.section;
  }

  /** What holds for a reader in a server, or outside one (null). */
  async preferencesOf(userId: string, guildId: string | null, now: number): Promise<Preferences> {
    const [own, server] = await Promise.all([
      this.choicesOf(userId, now),
      guildId === null ? {} : this.defaultsOf(guildId, now),
    ]);
    return preferencesFrom(own, server);
  }

  choicesOf(userId: string, now: number): Promise<Choices> {
    return this.#remembered(`reader ${userId}`, now, () => this.#store.choicesOf(userId));
  }

  defaultsOf(guildId: string, now: number): Promise<Choices> {
    return this.#remembered(`server ${guildId}`, now, () => this.#store.defaultsOf(guildId));
  }

  async choose(userId: string, choices: Choices): Promise<void> {
    await this.#store.choose(userId, choices);
    this.#known.delete(`reader ${userId}`);
  }

  async setDefaults(guildId: string, choices: Choices): Promise<void> {
    await this.#store.setDefaults(guildId, choices);
    this.#known.delete(`server ${guildId}`);
  }

  exportOf(userId: string): Promise<readonly object[]> {
    return this.#store.exportOf(userId);
  }

  async forget(userId: string): Promise<void> {
    await this.#store.forget(userId);
    this.#known.delete(`reader ${userId}`);
  }

  async forgetServer(guildId: string): Promise<void> {
    await this.#store.forgetServer(guildId);
    this.#known.delete(`server ${guildId}`);
  }

  #remembered(key: string, now: number, read: () => Promise<Choices>): Promise<Choices> {
    const known = this.#known.get(key);
    if (known !== undefined && Math.abs(now - known.at) < this.#fresh) return known.choices;
    this.#known.delete(key);
    const choices = read().catch((error: unknown) => {
      this.#known.delete(key);
      throw error;
    });
    this.#known.set(key, { at: now, choices });
    const [oldest] = this.#known.keys();
    if (this.#known.size > REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
    return choices;
  }
}
