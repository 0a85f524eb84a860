import { setImmediate as othersFirst } from 'node:timers/promises';
import { type Generated, type Kysely, type RawBuilder, sql } from 'kysely';
import type { IndexedArticle, IndexedParagraph, SearchIndex } from '../article/search.ts';
import type { Database } from './database.ts';
import { PARAGRAPHS, POSTGRES, type Sought, SQLITE, type TextSearch } from './search-engines.ts';
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
/** Paragraphs that are made ready and taken in one step: a few milliseconds. */
const ROWS = 50;
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
      const added = articles.filter(({ id }) => !kept.has(id));
      for (const article of added) await add(all, text, owner ?? SHIPPED, article);
      if (added.length > 0) await text.settle?.execute(all);
    });
  };

  return {
    follow,
    forgetServer: (guildId) => follow(guildId, []),

    async find(search) {
      if (search.phrases.length === 0) return [];
      const { limit, articleId } = search;
      const query = search.phrases.map(text.phrase).join(text.and);
      const owners = search.guildId === null ? [SHIPPED] : [SHIPPED, search.guildId];
      const found =
        articleId === null
          ? text.found({ query, owners, limit })
          : await foundIn(articleId, { query, owners, limit });
      const { rows } = await sql<{ article_id: string; number: number }>`
        select article_id, place % ${sql.lit(PARAGRAPHS)} as number
        from (${found}) as found order by place`.execute(db);
      return rows.map((row) => ({ articleId: row.article_id, number: row.number }));
    },
  };

  /** The paragraphs of one article are numbers in a row: no others are looked at. */
  async function foundIn(articleId: string, { query, owners, limit }: Sought) {
    const articles = await db
      .selectFrom('search_articles')
      .select('id')
      .where('article_id', '=', articleId)
      .where('owner', 'in', owners)
      .execute();
    const ranges = articles.map(({ id }) => rangeOf(text, id));
    return sql`select ${articleId} as article_id, ${text.id} as place from search_text
      where ${text.matches(query)} and (${sql.join([sql`1 = 0`, ...ranges], sql` or `)})
      order by ${text.id} limit ${limit}`;
  }
}

function rangeOf(text: TextSearch, id: number): RawBuilder<unknown> {
  return sql`${text.id} between ${id * PARAGRAPHS} and ${(id + 1) * PARAGRAPHS - 1}`;
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
  let rows: RawBuilder<unknown>[] = [];
  const write = async () => {
    if (rows.length === 0) return;
    await sql`insert into search_text (${text.column}, tokens)
      values ${sql.join(rows)}`.execute(all);
    rows = [];
    await othersFirst();
  };
  for (const paragraph of paragraphs()) {
    rows.push(valuesOf(paragraph, id, text));
    if (rows.length === ROWS) await write();
  }
  await write();
}

function valuesOf({ number, tokens }: IndexedParagraph, id: number, text: TextSearch) {
  return sql`(${id * PARAGRAPHS + number}, ${text.value(tokens)})`;
}
