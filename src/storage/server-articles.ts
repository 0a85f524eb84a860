import { articleProblems, articleSchema } from '../article/article.ts';
import { MAX_SERVER_ARTICLES, type ServerArticles } from '../article/server-articles.ts';
import type { Database } from './database.ts';

export interface ServerArticleRow {
  guild_id: string;
  id: string;
  /** The article as JSON. */
  body: string;
  changed_by: string | null;
  changed_at: number;
}

/** The servers' own articles in the database. */
export function serverArticlesIn({ db }: Database): ServerArticles {
  return {
    section: 'articles',

    async stamps(guildId) {
      const all = db.selectFrom('server_articles').select(['guild_id', 'id', 'changed_at']);
      const rows = await (guildId === undefined ? all : all.where('guild_id', '=', guildId))
        .orderBy('guild_id')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        guildId: row.guild_id,
        id: row.id,
        changedAt: row.changed_at,
      }));
    },

    async find(guildId, id) {
      const row = await db
        .selectFrom('server_articles')
        .select('body')
        .where('guild_id', '=', guildId)
        .where('id', '=', id)
        .executeTakeFirst();
      if (row === undefined) return null;
      const parsed = articleSchema.safeParse(JSON.parse(row.body));
      return parsed.data ?? { file: id, reasons: articleProblems(parsed.error) };
    },

    async put(guildId, article, { by, at }) {
      return db.transaction().execute(async (all) => {
        const others = await all
          .selectFrom('server_articles')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('guild_id', '=', guildId)
          .where('id', '!=', article.id)
          .executeTakeFirstOrThrow();
        if (others.count >= MAX_SERVER_ARTICLES) return false;
        const change = { body: JSON.stringify(article), changed_by: by, changed_at: at };
        await all
          .insertInto('server_articles')
          .values({ guild_id: guildId, id: article.id, ...change })
          .onConflict((conflict) => conflict.columns(['guild_id', 'id']).doUpdateSet(change))
          .execute();
        return true;
      });
    },

    async remove(guildId, id) {
      const gone = await db
        .deleteFrom('server_articles')
        .where('guild_id', '=', guildId)
        .where('id', '=', id)
        .executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },

    /** Which articles a person put there, not their text: that is the server's. */
    async exportOf(userId) {
      const rows = await db
        .selectFrom('server_articles')
        .select(['guild_id', 'id', 'changed_at'])
        .where('changed_by', '=', userId)
        .orderBy('changed_at')
        .execute();
      return rows.map((row) => ({ guildId: row.guild_id, article: row.id, at: row.changed_at }));
    },

    /** The articles are the server's and stay; only the name of who put them there goes. */
    async forget(userId) {
      await db
        .updateTable('server_articles')
        .set({ changed_by: null })
        .where('changed_by', '=', userId)
        .execute();
    },

    async forgetServer(guildId) {
      await db.deleteFrom('server_articles').where('guild_id', '=', guildId).execute();
    },
  };
}
