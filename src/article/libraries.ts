import type { Article } from './article.ts';
import type { Library } from './library.ts';
import { indexedArticle, type SearchIndex } from './search.ts';
import type { Putting, ServerArticles } from './server-articles.ts';

/**
 * Who may see which articles: everyone those that the bot ships, and a server besides them its own,
 * which nobody sees from elsewhere. Held in memory, so that a command never waits for the store.
 */
export class Libraries {
  readonly #shipped: Library;
  readonly #store: ServerArticles;
  readonly #search: Pick<SearchIndex, 'follow'>;
  readonly #made = new Map<string, Library>();
  #stamps: ReadonlyMap<string, string> = new Map();

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
    const stamps = await this.#store.stamps();
    const known = this.#stamps;
    const guilds = new Set([...stamps.keys(), ...known.keys()]);
    for (const guildId of guilds) {
      if (stamps.get(guildId) !== known.get(guildId)) await this.#load(guildId);
    }
    this.#stamps = stamps;
  }

  /** Adds or replaces one of the server's articles; false when it has too many already. */
  async put(guildId: string, article: Article, putting: Putting): Promise<boolean> {
    const done = await this.#store.put(guildId, article, putting);
    await this.#load(guildId);
    return done;
  }

  /** False when the server has no article of this id. */
  async remove(guildId: string, id: string): Promise<boolean> {
    const done = await this.#store.remove(guildId, id);
    await this.#load(guildId);
    return done;
  }

  async #load(guildId: string): Promise<void> {
    const own = await this.#store.ofServer(guildId);
    await this.#search.follow(guildId, own.articles.map(indexedArticle));
    if (own.articles.length + own.bad.length === 0) this.#made.delete(guildId);
    else this.#made.set(guildId, this.#shipped.with(own));
  }
}
