import type { PersonalData, ServerData } from '../privacy/owned-data.ts';
import type { Article } from './article.ts';
import type { BadArticle } from './folder.ts';

/** A server's own articles may be so many. */
export const MAX_SERVER_ARTICLES = 50;

/** Who put an article into the store, and when (milliseconds since 1970). */
export interface Putting {
  readonly by: string;
  readonly at: number;
}

/** Where an article is, and a number that changes whenever it does. */
export interface Stamp {
  readonly guildId: string;
  readonly id: string;
  readonly changedAt: number;
}

/** The articles that servers have brought themselves, each seen in its own server only. */
export interface ServerArticles extends PersonalData, ServerData {
  /** Those of every server, or of one. */
  stamps(guildId?: string): Promise<readonly Stamp[]>;
  /** Null when the server has none of this id; named with its reason when it is not sound any more. */
  find(guildId: string, id: string): Promise<Article | BadArticle | null>;
  /** Adds an article, or replaces the one with its id; false when the server has too many already. */
  put(guildId: string, article: Article, putting: Putting): Promise<boolean>;
  /** False when there is none of this id. */
  remove(guildId: string, id: string): Promise<boolean>;
}
