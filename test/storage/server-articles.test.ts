import { expect, it } from 'vitest';
import { MAX_SERVER_ARTICLES } from '../../src/article/server-articles.ts';
import { articleOf, TIDES, WIND } from '../article/fixtures.ts';
import { onBoth } from './on-both.ts';

const SMALL = articleOf([['It rains.', '下雨了。']]);

onBoth('server articles', ({ open, address, openAt }) => {
  it('give back what was put, in its own server only', async () => {
    const { serverArticles } = await open();
    await serverArticles.put('1', WIND, { by: '7', at: 1 });
    await serverArticles.put('1', TIDES, { by: '7', at: 2 });
    await serverArticles.put('2', { ...WIND, level: 'easy' }, { by: '8', at: 2 });
    expect(await serverArticles.ofServer('1')).toEqual({ articles: [TIDES, WIND], bad: [] });
    expect((await serverArticles.ofServer('2')).articles).toEqual([{ ...WIND, level: 'easy' }]);
    expect((await serverArticles.ofServer('3')).articles).toEqual([]);
  });

  it('are kept over a restart, and their stamps tell every change', async () => {
    const at = await address();
    const before = await openAt(at);
    const stamps: (string | undefined)[] = [];
    const look = async () => stamps.push((await before.serverArticles.stamps()).get('1'));
    await look();
    await before.serverArticles.put('1', WIND, { by: '7', at: 1 });
    await look();
    await before.serverArticles.put('1', TIDES, { by: '7', at: 2 });
    await look();
    await before.serverArticles.put('1', WIND, { by: '7', at: 3 });
    await look();
    await before.serverArticles.remove('1', 'tides');
    await look();
    expect(new Set(stamps).size).toBe(5);
    await before.close();
    const after = await openAt(at);
    expect((await after.serverArticles.ofServer('1')).articles).toEqual([WIND]);
    expect((await after.serverArticles.stamps()).get('1')).toBe(stamps.at(-1));
  });

  it('are limited, and replacing one is always possible', async () => {
    const { serverArticles } = await open();
    for (let number = 0; number < MAX_SERVER_ARTICLES; number += 1) {
      const article = { ...SMALL, id: `article-${number}` };
      expect(await serverArticles.put('1', article, { by: '7', at: 1 })).toBe(true);
    }
    expect(await serverArticles.put('1', WIND, { by: '7', at: 1 })).toBe(false);
    const last = { ...SMALL, id: 'article-9', level: 'hard' } as const;
    expect(await serverArticles.put('1', last, { by: '7', at: 2 })).toBe(true);
    expect(await serverArticles.put('2', WIND, { by: '7', at: 1 })).toBe(true);
  });

  it('stay when the person is forgotten, and go with the server', async () => {
    const { serverArticles, personal, serverData } = await open();
    expect(personal).toContain(serverArticles);
    expect(serverData).toContain(serverArticles);
    await serverArticles.put('1', WIND, { by: '7', at: 5 });
    await serverArticles.put('2', WIND, { by: '8', at: 5 });
    expect(await serverArticles.exportOf('7')).toEqual([{ guildId: '1', article: 'wind', at: 5 }]);
    await serverArticles.forget('7');
    expect(await serverArticles.exportOf('7')).toEqual([]);
    expect((await serverArticles.ofServer('1')).articles).toEqual([WIND]);
    await serverArticles.forgetServer('1');
    expect((await serverArticles.ofServer('1')).articles).toEqual([]);
    expect((await serverArticles.ofServer('2')).articles).toEqual([WIND]);
  });

  it('are named when they are not sound any more', async () => {
    const { serverArticles } = await open();
    await serverArticles.put('1', { ...WIND, paragraphs: [] }, { by: '7', at: 5 });
    const { articles, bad } = await serverArticles.ofServer('1');
    expect(articles).toEqual([]);
    expect(bad).toEqual([{ file: 'wind', reasons: [expect.stringContaining('paragraphs')] }]);
  });
});
