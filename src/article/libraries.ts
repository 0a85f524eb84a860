import type { Article } from './article.ts';
import type { BadArticle } from './folder.ts';
import type { Library } from './library.ts';
import { type IndexedArticle, indexedArticle, type SearchIndex } from './search.ts';
import type { Putting, ServerArticles, Stamp } from './server-articles.ts';

/** An article as it was when it was stored at `changedAt`. */
interface Held {
  readonly changedAt: number;
  readonly article: Article | BadArticle;
}

/**
 * Who may see which articles: everyone those that the bot ships, and a server besides them its own,
 * which nobody sees from elsewhere. Held in memory, so that a command never waits for the store; an
 * article is read and measured once for each change.
 */
export class Libraries {
  readonly #shipped: Library;
  readonly #store: ServerArticles;
  readonly #search: Pick<SearchIndex, 'follow'>;
  readonly #held = new Map<string, Map<string, Held>>();
  readonly #made = new Map<string, Library>();
  readonly #indexed = new WeakMap<Article, IndexedArticle>();

  constructor(shipped: Library, store: ServerArticles, search: Pick<SearchIndex, 'follow'>) {
    this.#shipped = shipped;
    this.#store = store;
    this.#search = search;
  }

  /** What is read in the server `guildId`, or in direct messages (null). */
  for(guildId: string | null): Library {
    return (guildId !== null && this.#made.get(guildId)) || this.#shipped;
  }

  /** The article of this id if it is the server's own, or null. */
  ownArticle(guildId: string, id: string): Article | null {
    return this.#shipped.byId(id) === null ? this.for(guildId).byId(id) : null;
  }

  /** The articles that belong to the server alone. */
  ownOf(guildId: string): Article[] {
    return this.for(guildId).articles.filter(({ id }) => this.#shipped.byId(id) === null);
  }

  /** Takes over what has changed in the store since the last time: everything, at the start. */
  async refresh(): Promise<void> {
    const servers = Map.groupBy(await this.#store.stamps(), ({ guildId }) => guildId);
    for (const guildId of new Set([...servers.keys(), ...this.#held.keys()])) {
      const changes = await this.#takeOver(guildId, servers.get(guildId) ?? []);
      if (changes > 0) await this.#make(guildId);
    }
  }

  /** Holds what `stamps` tell of a server's articles; gives how many were not held so. */
  async #takeOver(guildId: string, stamps: readonly Stamp[]): Promise<number> {
    const held = this.#heldOf(guildId);
    const ids = new Set(stamps.map(({ id }) => id));
    const gone = [...held.keys()].filter((id) => !ids.has(id));
    const changed = stamps.filter(({ id, changedAt }) => held.get(id)?.changedAt !== changedAt);
    for (const id of gone) held.delete(id);
    for (const { id, changedAt } of changed) {
      const article = await this.#store.find(guildId, id);
      if (article !== null) held.set(id, { changedAt, article });
    }
    return gone.length + changed.length;
  }

  /** Adds or replaces one of the server's articles; false when it has too many already. */
  async put(guildId: string, article: Article, putting: Putting): Promise<boolean> {
    if (!(await this.#store.put(guildId, article, putting))) return false;
    this.#heldOf(guildId).set(article.id, { changedAt: putting.at, article });
    await this.#makeAnew(guildId);
    return true;
  }

  /** False when the server has no article of this id. */
  async remove(guildId: string, id: string): Promise<boolean> {
    const done = await this.#store.remove(guildId, id);
    this.#heldOf(guildId).delete(id);
    await this.#makeAnew(guildId);
    return done;
  }

  #heldOf(guildId: string): Map<string, Held> {
    const held = this.#held.get(guildId) ?? new Map<string, Held>();
    this.#held.set(guildId, held);
    return held;
  }

  /** Takes over what other processes stored as well, so that the index loses nothing of theirs. */
  async #makeAnew(guildId: string): Promise<void> {
    await this.#takeOver(guildId, await this.#store.stamps(guildId));
    await this.#make(guildId);
  }

  async #make(guildId: string): Promise<void> {
    const own = [...this.#heldOf(guildId).values()].map(({ article }) => article);
    const articles = own.flatMap((one) => ('reasons' in one ? [] : [one]));
    const bad = own.flatMap((one) => ('reasons' in one ? [one] : []));
    if (own.length === 0) this.#held.delete(guildId);
    if (own.length === 0) this.#made.delete(guildId);
    else this.#made.set(guildId, this.#shipped.with({ articles, bad }));
    await this.#search.follow(
      guildId,
      articles.map((article) => this.#index(article)),
    );
  }

  #index(article: Article): IndexedArticle {
    const indexed = this.#indexed.get(article) ?? indexedArticle(article);
    this.#indexed.set(article, indexed);
    return indexed;
  }
}
