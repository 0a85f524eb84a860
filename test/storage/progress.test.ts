import { expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { TIDES, WIND } from '../article/fixtures.ts';
import { onBoth } from './on-both.ts';

onBoth('progress', ({ open }) => {
  const bookmark = (articleId: string, number: number, at: number, finished = false) => ({
    articleId,
    number,
    finished,
    at,
  });
  const draw = (article: Article, number: number, anew: string[] = []) => {
    const paragraph = article.paragraphs[number - 1];
    if (paragraph === undefined) throw new Error('no such paragraph');
    return { passage: { article, paragraph }, anew };
  };

  it('keeps a bookmark an article, the last moved first', async () => {
    const { progress } = await open();
    await progress.moveBookmark('lin', bookmark('tides', 1, 1000));
    await progress.moveBookmark('lin', bookmark('wind', 1, 2000));
    await progress.moveBookmark('wei', bookmark('wind', 1, 2000));
    await progress.moveBookmark('lin', bookmark('tides', 2, Date.UTC(2026, 10, 24)));
    expect(await progress.bookmarksOf('lin')).toEqual([
      bookmark('tides', 2, Date.UTC(2026, 10, 24)),
      bookmark('wind', 1, 2000),
    ]);
  });

  it('remembers that an article was finished once', async () => {
    const { progress } = await open();
    await progress.moveBookmark('lin', bookmark('tides', 3, 1, true));
    await progress.moveBookmark('lin', bookmark('tides', 1, 2));
    expect(await progress.bookmarksOf('lin')).toEqual([bookmark('tides', 1, 2, true)]);
  });

  it('remembers what was drawn until the article begins anew', async () => {
    const { progress } = await open();
    await progress.noteDrawn('lin', draw(TIDES, 1));
    await progress.noteDrawn('lin', draw(TIDES, 1));
    await progress.noteDrawn('lin', draw(TIDES, 3));
    await progress.noteDrawn('lin', draw(WIND, 1));
    expect(await progress.drawnFor('lin')).toEqual(
      new Map([
        ['tides', new Set([1, 3])],
        ['wind', new Set([1])],
      ]),
    );
    await progress.noteDrawn('lin', draw(TIDES, 2, ['tides']));
    expect((await progress.drawnFor('lin')).get('tides')).toEqual(new Set([2]));
    expect(await progress.drawnFor('wei')).toEqual(new Map());
  });

  it('is exported and forgotten', async () => {
    const { progress } = await open();
    await progress.moveBookmark('lin', bookmark('tides', 1, 1000));
    await progress.noteDrawn('lin', draw(WIND, 1));
    expect(await progress.exportOf('lin')).toEqual([
      bookmark('tides', 1, 1000),
      { articleId: 'wind', drawn: [1] },
    ]);
    await progress.forget('lin');
    expect(await progress.exportOf('lin')).toEqual([]);
  });
});
