import { createHash } from 'node:crypto';
import type { Phrase } from '../language/search-terms.ts';
import { searchTokens } from '../language/search-terms.ts';
import type { ServerData } from '../privacy/owned-data.ts';
import type { Article } from './article.ts';

/** A paragraph as the index keeps it. */
export interface IndexedParagraph {
  readonly number: number;
  readonly tokens: readonly string[];
}

/** An article as the index keeps it; `digest` changes with its texts and with our tokenizer. */
export interface IndexedArticle {
  readonly id: string;
  readonly digest: string;
  /** Made only when the index needs them, one after the other. */
  readonly paragraphs: () => Iterable<IndexedParagraph>;
}

export interface Search {
  /** All of them have to stand in a paragraph. */
  readonly phrases: readonly Phrase[];
  /** The server that asks: its own articles are searched too. */
  readonly guildId: string | null;
  /** Only in this article; null for all that may be seen. */
  readonly articleId: string | null;
  /** At most so many paragraphs are found. */
  readonly limit: number;
}

export interface SearchHit {
  readonly articleId: string;
  readonly number: number;
}

/** Finds paragraphs by what stands in them. */
export interface SearchIndex extends ServerData {
  /**
   * Makes the index hold exactly `articles` for their owner: a server, or null for the shipped
   * ones. What did not change is not indexed again. Safe to call from several processes.
   */
  follow(owner: string | null, articles: readonly IndexedArticle[]): Promise<void>;
  /**
   * In the order of indexing; none when there is no phrase. Where more match than `limit`, it is the
   * same ones each time.
   */
  find(search: Search): Promise<readonly SearchHit[]>;
}

/** Changes when `searchTokens` does, so that what an older version indexed is done again. */
const TOKENIZER = 1;

export function indexedArticle(article: Article): IndexedArticle {
  const texts = article.paragraphs.map(({ en, zh }) => [en, zh]);
  const digest = createHash('sha256')
    .update(JSON.stringify([TOKENIZER, texts]))
    .digest('hex');
  return {
    id: article.id,
    digest: digest.slice(0, 32),
    paragraphs: () =>
      Iterator.from(article.paragraphs).map(({ number, en, zh }) => ({
        number,
        tokens: [...searchTokens(en), ...searchTokens(zh)],
      })),
  };
}
