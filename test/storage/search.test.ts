import { expect, it } from 'vitest';
import { indexedArticle } from '../../src/article/search.ts';
import { searchPhrases } from '../../src/language/search-terms.ts';
import type { Store } from '../../src/storage/store.ts';
import { articleOf, TIDES, WIND } from '../article/fixtures.ts';
import { onBoth } from './on-both.ts';

const OWN = articleOf([['The wind of the moon.', '月亮上的風。']], { id: 'own' });

async function found(store: Store, text: string, changes = {}) {
  const search = { guildId: null, articleId: null, limit: 10, ...changes };
  const hits = await store.search.find({ phrases: searchPhrases(text), ...search });
  return hits.map(({ articleId, number }) => `${articleId} ${number}`);
}

onBoth('the search index', ({ open }) => {
  const filled = async () => {
    const store = await open();
    await store.search.follow(null, [TIDES, WIND].map(indexedArticle));
    return store;
  };

  it('finds English by its stems, Chinese by any substring, in either script', async () => {
    const store = await filled();
    expect(await found(store, 'fisherman clocks')).toEqual([]);
    expect(await found(store, 'CLOCKS')).toEqual(['tides 3']);
    expect(await found(store, 'wind')).toEqual(['wind 1']);
    expect(await found(store, '海水')).toEqual(['tides 1', 'tides 2']);
    expect(await found(store, '渔夫')).toEqual(['tides 3']);
    expect(await found(store, '夫')).toEqual(['tides 3']);
    expect(await found(store, '水海')).toEqual([]);
    expect(await found(store, '海水 moon')).toEqual(['tides 2']);
    expect(await found(store, '…')).toEqual([]);
  });

  it('takes words for words, whatever they mean to the database', async () => {
    const store = await filled();
    for (const text of [
      "it's",
      'NOT wind',
      'wind*',
      '"',
      "'wind'",
      'tokens:wind',
      'a & b',
      '/shipped',
    ]) {
      await expect(found(store, text)).resolves.toBeInstanceOf(Array);
    }
    expect(await found(store, '/shipped')).toEqual([]);
  });

  it('keeps to the limit and to one article', async () => {
    const store = await filled();
    expect(await found(store, 'the', { limit: 2 })).toHaveLength(2);
    expect(await found(store, 'the', { articleId: 'wind' })).toEqual(['wind 1']);
  });

  it('shows a server its own articles, and nobody else', async () => {
    const store = await filled();
    await store.search.follow('g1', [indexedArticle(OWN)]);
    expect(await found(store, '風')).toEqual(['wind 1']);
    expect(await found(store, '風', { guildId: 'g2' })).toEqual(['wind 1']);
    expect(await found(store, '風', { guildId: 'g1' })).toEqual(['wind 1', 'own 1']);
    await store.search.follow('g1', []);
    expect(await found(store, '風', { guildId: 'g1' })).toEqual(['wind 1']);
  });

  it('follows the articles, and leaves alone what did not change', async () => {
    const store = await filled();
    const changed = articleOf([['The rain falls.', '雨在下。']], { id: 'wind' });
    const made: string[] = [];
    const watched = [TIDES, changed].map((article) => {
      const indexed = indexedArticle(article);
      return {
        ...indexed,
        paragraphs: () => {
          made.push(article.id);
          return indexed.paragraphs();
        },
      };
    });
    await store.search.follow(null, watched);
    expect(made).toEqual(['wind']);
    expect(await found(store, 'blow')).toEqual([]);
    expect(await found(store, '雨')).toEqual(['wind 1']);
    await store.search.follow(null, [indexedArticle(changed)]);
    expect(await found(store, '海水')).toEqual([]);
  });

  it('finds common and rare words alike among many paragraphs, the same ones each time', async () => {
    const store = await open();
    const pairs = Array.from(
      { length: 700 },
      (_, index) =>
        [`The sea, ${index > 650 ? 'a late harbour' : 'early'}.`, '海上的風。'] as const,
    );
    await store.search.follow(null, [indexedArticle(articleOf(pairs, { id: 'many' }))]);
    await store.search.follow('g1', [indexedArticle(OWN)]);
    const late = Array.from({ length: 10 }, (_, index) => `many ${652 + index}`);
    expect(await found(store, 'harbour')).toEqual(late);
    expect(await found(store, '海上 harbours')).toEqual(late);
    const all = await found(store, '風', { guildId: 'g1', limit: 1000 });
    expect(all).toEqual([...pairs.map((_, index) => `many ${index + 1}`), 'own 1']);
    expect(await found(store, '上的', { guildId: 'g1', limit: 600 })).toEqual(all.slice(0, 600));
    expect(await found(store, '月亮', { guildId: 'g2' })).toEqual([]);
    expect(await found(store, '風', { guildId: 'g2', articleId: 'own' })).toEqual([]);
  });

  it('takes a long paragraph and a long word', async () => {
    const store = await open();
    const long = articleOf([[`${'a'.repeat(5000)} end.`, '水'.repeat(30_000)]], { id: 'long' });
    await store.search.follow(null, [indexedArticle(long)]);
    expect(await found(store, '水水水')).toEqual(['long 1']);
    expect(await found(store, 'ending')).toEqual(['long 1']);
  });

  it('may be followed by two processes at once', async () => {
    const store = await open();
    const articles = [TIDES, WIND].map(indexedArticle);
    await Promise.all([store.search.follow(null, articles), store.search.follow(null, articles)]);
    expect(await found(store, 'wind')).toEqual(['wind 1']);
  });
});
