import type { PersonalData, ServerData } from '../privacy/owned-data.ts';
import type { Article } from './article.ts';
import type { ArticleFolder } from './folder.ts';

/** A server's own articles may be so many. */
export const MAX_SERVER_ARTICLES = 50;

/** Who put an article into the store, and when (milliseconds since 1970). */
export interface Putting {
  readonly by: string;
  readonly at: number;
}

/** The articles that servers have brought themselves, each seen in its own server only. */
export interface ServerArticles extends PersonalData, ServerData {
  /** For each server with articles, a text that changes whenever one of them does. */
  stamps(): Promise<ReadonlyMap<string, string>>;
  /** The server's articles; what is not sound any more is named with its reason. */
  ofServer(guildId: string): Promise<ArticleFolder>;
  /** Adds an article, or replaces the one with its id; false when the server has too many already. */
  put(guildId: string, article: Article, putting: Putting): Promise<boolean>;
  /** False when there is none of this id. */
  remove(guildId: string, id: string): Promise<boolean>;
}
