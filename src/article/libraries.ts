import type { Article } from './article.ts';
import type { Library } from './library.ts';

/**
 * Who may see which articles: everyone those that the bot ships, and a server besides them its own,
 * which nobody sees from elsewhere. Held in memory, so that a command never waits for the store.
 */
export class Libraries {
  readonly #shipped: Library;
  readonly #own = new Map<string, readonly Article[]>();
  readonly #made = new Map<string, Library>();

  constructor(shipped: Library) {
    this.#shipped = shipped;
  }

  /** What is read in the server `guildId`, or in direct messages (null). */
  for(guildId: string | null): Library {
    const own = guildId === null ? [] : this.ownOf(guildId);
    if (guildId === null || own.length === 0) return this.#shipped;
    const made = this.#made.get(guildId) ?? this.#shipped.with(own);
    this.#made.set(guildId, made);
    return made;
  }

  /** The articles that belong to the server alone. */
  ownOf(guildId: string): readonly Article[] {
    return this.#own.get(guildId) ?? [];
  }

  /** Replaces all articles of the server's own, as the store has them now. */
  set(guildId: string, own: readonly Article[]): void {
    this.#made.delete(guildId);
    if (own.length === 0) this.#own.delete(guildId);
    else this.#own.set(guildId, own);
  }
}
