import type { Migration } from '../migrate.ts';

/** Where readers are in an article, and which paragraphs were drawn for them. */
export const progress: Migration = {
  number: 7,
  async up({ db }) {
    await db.schema
      .createTable('bookmarks')
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('article_id', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('finished', 'integer', (column) => column.notNull())
      .addColumn('moved_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('bookmarks_key', ['user_id', 'article_id'])
      .execute();
    await db.schema
      .createTable('drawn_paragraphs')
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('article_id', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('drawn_paragraphs_key', ['user_id', 'article_id', 'number'])
      .execute();
  },
};
