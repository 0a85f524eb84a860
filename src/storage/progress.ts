import type { Bookmark, Progress } from '../reader/progress.ts';
import type { Database } from './database.ts';

export interface BookmarkRow {
  user_id: string;
  article_id: string;
  number: number;
  finished: number;
  moved_at: number;
}

export interface DrawnParagraphRow {
  user_id: string;
  article_id: string;
  number: number;
}

/** Readers' ways through the articles, in the database. */
export function progressIn({ db }: Database): Progress {
  const bookmarksOf = async (userId: string): Promise<Bookmark[]> => {
    const rows = await db
      .selectFrom('bookmarks')
      .selectAll()
      .where('user_id', '=', userId)
      .orderBy('moved_at', 'desc')
      .orderBy('article_id')
      .execute();
    return rows.map((row) => ({
      articleId: row.article_id,
      number: row.number,
      finished: row.finished === 1,
      at: row.moved_at,
    }));
  };
  const drawnFor = async (userId: string) => {
    const rows = await db
      .selectFrom('drawn_paragraphs')
      .select(['article_id', 'number'])
      .where('user_id', '=', userId)
      .orderBy('article_id')
      .orderBy('number')
      .execute();
    const drawn = new Map<string, Set<number>>();
    for (const { article_id, number } of rows) {
      drawn.set(article_id, (drawn.get(article_id) ?? new Set()).add(number));
    }
    return drawn;
  };

  return {
    section: 'progress',
    bookmarksOf,
    drawnFor,

    async moveBookmark(userId, { articleId, number, finished, at }) {
      await db
        .insertInto('bookmarks')
        .values({
          user_id: userId,
          article_id: articleId,
          number,
          finished: Number(finished),
          moved_at: at,
        })
        .onConflict((conflict) =>
          conflict.columns(['user_id', 'article_id']).doUpdateSet({
            number,
            moved_at: at,
            ...(finished ? { finished: 1 } : {}),
          }),
        )
        .execute();
    },

    async noteDrawn(userId, { passage, anew }) {
      await db.transaction().execute(async (all) => {
        if (anew.length > 0) {
          await all
            .deleteFrom('drawn_paragraphs')
            .where('user_id', '=', userId)
            .where('article_id', 'in', anew)
            .execute();
        }
        await all
          .insertInto('drawn_paragraphs')
          .values({
            user_id: userId,
            article_id: passage.article.id,
            number: passage.paragraph.number,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      });
    },

    async exportOf(userId) {
      const drawn = [...(await drawnFor(userId))].map(([articleId, numbers]) => ({
        articleId,
        drawn: [...numbers],
      }));
      return [...(await bookmarksOf(userId)), ...drawn];
    },

    async forget(userId) {
      await db.transaction().execute(async (all) => {
        await all.deleteFrom('bookmarks').where('user_id', '=', userId).execute();
        await all.deleteFrom('drawn_paragraphs').where('user_id', '=', userId).execute();
      });
    },
  };
}
