import { type RawBuilder, sql } from 'kysely';
import type { Phrase } from '../language/search-terms.ts';

/** Room for the paragraphs of an article in the numbers of `search_text`. */
export const PARAGRAPHS = 1_000_000;

/** What is looked for: tokens in the engine's own words, whose articles, and how many at most. */
export interface Sought {
  readonly query: string;
  readonly owners: readonly string[];
  readonly limit: number;
}

/** How an engine keeps tokens and is asked for them. */
export interface TextSearch {
  /** The number of a paragraph: `search_articles.id * PARAGRAPHS + paragraph`. */
  readonly id: RawBuilder<unknown>;
  /** The same in an INSERT. */
  readonly column: RawBuilder<unknown>;
  readonly value: (tokens: readonly string[]) => RawBuilder<unknown>;
  readonly and: string;
  readonly phrase: (phrase: Phrase) => string;
  readonly matches: (query: string) => RawBuilder<unknown>;
  /** A SELECT of `article_id` and `place`, the paragraph's number, in all articles of the owners. */
  readonly found: (sought: Sought) => RawBuilder<unknown>;
  /** Run once more have been added. */
  readonly settle: RawBuilder<unknown> | null;
}

export const SQLITE: TextSearch = {
  id: sql.ref('search_text.rowid'),
  column: sql.ref('rowid'),
  value: (tokens) => sql`${tokens.join(' ')}`,
  and: ' AND ',
  phrase: ({ tokens, prefix }) => `"${tokens.join(' ')}"${prefix ? ' *' : ''}`,
  matches: (query) => sql`search_text match ${query}`,
  // FTS5 gives matches by their numbers, and stops when it has enough.
  found: ({ query, owners, limit }) => sql`
    select article_id, search_text.rowid as place
    from search_text join search_articles
      on search_articles.id = search_text.rowid / ${sql.lit(PARAGRAPHS)}
    where search_text match ${query} and owner in (${sql.join(owners)})
    order by search_text.rowid limit ${limit}`,
  settle: null,
};

/** Of a word in every sixth of so many paragraphs there are a hundred; to read them takes 1 ms. */
const OLDEST = sql`(select id, tokens from search_text order by id limit 600) as oldest`;

export const POSTGRES: TextSearch = {
  id: sql.ref('search_text.id'),
  column: sql.ref('id'),
  value: (tokens) => sql`${vectorOf(tokens)}::tsvector`,
  and: ' & ',
  phrase: ({ tokens, prefix }) =>
    tokens
      .map((token, index) => `'${token}'${prefix && index === tokens.length - 1 ? ':*' : ''}`)
      .join(' <-> '),
  matches: (query) => sql`tokens @@ ${query}::tsquery`,
  /*
   * First the oldest paragraphs one by one, which is the quick way to a word that is nearly
   * everywhere. Then all others by the index, in the order of the table and no further than the
   * limit, since a phrase must be looked for in every paragraph that has its words. The planner
   * sees neither the query (hence a second SELECT) nor the bound (hence + 0): by its statistics,
   * where it has any yet, it would read the whole table for a common word, ten times as slow.
   */
  found: ({ query, owners, limit }) => sql`
    select article_id, place from (
      select id as place from ${OLDEST} where tokens @@ ${query}::tsquery
      union all
      select id as place from search_text
      where tokens @@ (select ${query}::tsquery) and id + 0 > (select max(id) from ${OLDEST})
    ) as matching join search_articles on search_articles.id = place / ${sql.lit(PARAGRAPHS)}
    where owner in (${sql.join(owners)}) limit ${limit}`,
  // New entries wait in a list that every search reads through, until they are sorted in.
  settle: sql`select gin_clean_pending_list('search_text_tokens')`,
};

/** PostgreSQL counts no place beyond this one. */
const LAST_PLACE = 16_383;

function vectorOf(tokens: readonly string[]): string {
  return tokens.map((token, index) => `'${token}':${Math.min(index + 1, LAST_PLACE)}`).join(' ');
}
