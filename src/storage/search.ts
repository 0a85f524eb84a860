import { type Generated, type Kysely, type RawBuilder, sql } from 'kysely';
import type { IndexedArticle, IndexedParagraph, Search, SearchIndex } from '../article/search.ts';
import type { Phrase } from '../language/search-terms.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

export interface SearchArticleRow {
  /** Given by the database. */
  id: Generated<number>;
  /** A server's id; empty for the shipped articles. */
  owner: string;
  article_id: string;
  digest: string;
}

/** The owner of the articles that come with the bot. */
const SHIPPED = '';
/** Room for the paragraphs of an article in the numbers of `search_text`. */
const PARAGRAPHS = 1_000_000;
/** Rows that one INSERT takes: each is two of the values that SQLite allows 32,766 of. */
const ROWS = 500;
/** Any number of ours: one process at a time brings the index up to date. */
const INDEX_LOCK = 0x44756478;

/** The search index in the database: FTS5 or tsvector behind one tokenizer. */
export function searchIn({ db, engine }: Database): SearchIndex {
  const text = engine === 'postgres' ? POSTGRES : SQLITE;

  const follow: SearchIndex['follow'] = async (owner, articles) => {
    await db.transaction().execute(async (all) => {
      if (engine === 'postgres')
        await sql`select pg_advisory_xact_lock(${INDEX_LOCK})`.execute(all);
      const known = await all
        .selectFrom('search_articles')
        .selectAll()
        .where('owner', '=', owner ?? SHIPPED)
        .execute();
      const wanted = new Map(articles.map((article) => [article.id, article.digest]));
      const kept = new Set<string>();
      for (const row of known) {
        if (wanted.get(row.article_id) === row.digest) kept.add(row.article_id);
        else await drop(all, text, row.id);
      }
      for (const article of articles) {
        if (!kept.has(article.id)) await add(all, text, owner ?? SHIPPED, article);
      }
    });
  };

  return {
    follow,
    forgetServer: (guildId) => follow(guildId, []),

    async find(search) {
      if (search.phrases.length === 0) return [];
      const within = await rangesOf(search.articleId);
      const found = await sql<{ article_id: string; number: number }>`
        select article_id, ${text.id} % ${sql.lit(PARAGRAPHS)} as number
        from search_text join search_articles
          on search_articles.id = ${text.id} / ${sql.lit(PARAGRAPHS)}
        where ${text.matches(search.phrases.map(text.phrase).join(text.and))}
          and owner in (${sql.join(ownersFor(search))}) ${within}
        order by ${text.id} limit ${search.limit}`.execute(db);
      return found.rows.map((row) => ({ articleId: row.article_id, number: row.number }));
    },
  };

  /** The paragraphs of one article are numbers in a row: no others are looked at. */
  async function rangesOf(articleId: string | null): Promise<RawBuilder<unknown>> {
    if (articleId === null) return sql``;
    const rows = await db
      .selectFrom('search_articles')
      .select('id')
      .where('article_id', '=', articleId)
      .execute();
    if (rows.length === 0) return sql`and 1 = 0`;
    const ranges = rows.map(({ id }) => rangeOf(text, id));
    return sql`and (${sql.join(ranges, sql` or `)})`;
  }
}

function rangeOf(text: TextSearch, id: number): RawBuilder<unknown> {
  return sql`${text.id} between ${id * PARAGRAPHS} and ${(id + 1) * PARAGRAPHS - 1}`;
}

/** How an engine keeps tokens and is asked for them. */
interface TextSearch {
  readonly id: RawBuilder<unknown>;
  readonly value: (tokens: readonly string[]) => RawBuilder<unknown>;
  readonly matches: (query: string) => RawBuilder<unknown>;
  readonly and: string;
  readonly phrase: (phrase: Phrase) => string;
}

const SQLITE: TextSearch = {
  id: sql.ref('search_text.rowid'),
  value: (tokens) => sql`${tokens.join(' ')}`,
  matches: (query) => sql`search_text match ${query}`,
  and: ' AND ',
  phrase: ({ tokens, prefix }) => `"${tokens.join(' ')}"${prefix ? ' *' : ''}`,
};

const POSTGRES: TextSearch = {
  id: sql.ref('search_text.id'),
  value: (tokens) => sql`${vectorOf(tokens)}::tsvector`,
  matches: (query) => sql`tokens @@ ${query}::tsquery`,
  and: ' & ',
  phrase: ({ tokens, prefix }) =>
    tokens
      .map((token, index) => `'${token}'${prefix && index === tokens.length - 1 ? ':*' : ''}`)
      .join(' <-> '),
};

/** PostgreSQL counts no place beyond this one. */
const LAST_PLACE = 16_383;

function vectorOf(tokens: readonly string[]): string {
  return tokens.map((token, index) => `'${token}':${Math.min(index + 1, LAST_PLACE)}`).join(' ');
}

/** Whose articles are searched. */
function ownersFor({ guildId }: Search): string[] {
  return guildId === null ? [SHIPPED] : [SHIPPED, guildId];
}

async function drop(all: Kysely<Tables>, text: TextSearch, id: number): Promise<void> {
  await sql`delete from search_text where ${rangeOf(text, id)}`.execute(all);
  await all.deleteFrom('search_articles').where('id', '=', id).execute();
}

async function add(
  all: Kysely<Tables>,
  text: TextSearch,
  owner: string,
  { id: article_id, digest, paragraphs }: IndexedArticle,
): Promise<void> {
  const { id } = await all
    .insertInto('search_articles')
    .values({ owner, article_id, digest })
    .returning('id')
    .executeTakeFirstOrThrow();
  const rows = paragraphs();
  for (let start = 0; start < rows.length; start += ROWS) {
    const values = rows.slice(start, start + ROWS).map((row) => valuesOf(row, id, text));
    const column = text === SQLITE ? 'rowid' : 'id';
    await sql`insert into search_text (${sql.ref(column)}, tokens)
      values ${sql.join(values)}`.execute(all);
  }
}

function valuesOf({ number, tokens }: IndexedParagraph, id: number, text: TextSearch) {
  return sql`(${id * PARAGRAPHS + number}, ${text.value(tokens)})`;
}
