import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/**
 * The search index. `search_text` holds the tokens of a paragraph under the number
 * `search_articles.id * 1,000,000 + paragraph`: FTS5 in SQLite, a tsvector in PostgreSQL, both fed
 * with tokens of our own, so that neither has to know Chinese.
 */
export const search: Migration = {
  number: 5,
  async up({ db, engine }) {
    const id = engine === 'postgres' ? 'bigint generated always as identity' : 'integer';
    await sql`create table search_articles (
      id ${sql.raw(id)} primary key,
      owner text not null,
      article_id text not null,
      digest text not null,
      unique (owner, article_id)
    )`.execute(db);
    if (engine === 'postgres') {
      await sql`create table search_text (id bigint primary key, tokens tsvector not null)`.execute(
        db,
      );
      await sql`create index search_text_tokens on search_text using gin (tokens)`.execute(db);
    } else {
      await sql`create virtual table search_text using fts5 (
        tokens, content = '', contentless_delete = 1,
        tokenize = "unicode61 remove_diacritics 0"
      )`.execute(db);
    }
  },
};
