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
    expect(await serverArticles.find('1', 'wind')).toEqual(WIND);
    expect(await serverArticles.find('1', 'tides')).toEqual(TIDES);
    expect(await serverArticles.find('2', 'wind')).toEqual({ ...WIND, level: 'easy' });
    expect(await serverArticles.find('2', 'tides')).toBeNull();
  });

  it('are kept over a restart, and their stamps tell when each changed', async () => {
    const at = await address();
    const before = await openAt(at);
    await before.serverArticles.put('1', WIND, { by: '7', at: 1 });
    await before.serverArticles.put('1', TIDES, { by: '7', at: 2 });
    await before.serverArticles.put('2', WIND, { by: '7', at: 2 });
    await before.serverArticles.put('1', WIND, { by: '7', at: 3 });
    expect(await before.serverArticles.remove('1', 'tides')).toBe(true);
    expect(await before.serverArticles.remove('1', 'tides')).toBe(false);
    await before.close();
    const after = await openAt(at);
    expect(await after.serverArticles.find('1', 'wind')).toEqual(WIND);
    expect(await after.serverArticles.stamps()).toEqual([
      { guildId: '1', id: 'wind', changedAt: 3 },
      { guildId: '2', id: 'wind', changedAt: 2 },
    ]);
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
    expect(await serverArticles.find('1', 'wind')).toEqual(WIND);
    await serverArticles.forgetServer('1');
    expect(await serverArticles.find('1', 'wind')).toBeNull();
    expect(await serverArticles.find('2', 'wind')).toEqual(WIND);
  });

  it('are named when they are not sound any more', async () => {
    const { serverArticles } = await open();
    await serverArticles.put('1', { ...WIND, paragraphs: [] }, { by: '7', at: 5 });
    expect(await serverArticles.find('1', 'wind')).toEqual({
      file: 'wind',
      reasons: [expect.stringContaining('paragraphs')],
    });
  });
});
