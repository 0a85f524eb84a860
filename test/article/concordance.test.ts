import { describe, expect, it } from 'vitest';
import { Concordance, concordanceOver, lookedThrough } from '../../src/article/concordance.ts';
import { readArticleFolder } from '../../src/article/folder.ts';
import { testDictionary } from '../language/opened-dictionary.ts';
import { articleOf, TIDES, WIND } from './fixtures.ts';

const dictionary = await testDictionary();
const concordance = new Concordance(dictionary);
const { articles } = await readArticleFolder('data/articles');

const facing = (word: string) => concordance.counterparts(word, articles, 3).map((one) => one.word);

describe('a concordance', () => {
  it('finds where words stand, in all their forms', () => {
    expect(concordance.ofChinese(['時鐘', '时钟'], [TIDES, WIND])).toHaveLength(1);
    expect(concordance.ofEnglish('clock', [TIDES, WIND])[0]?.paragraph.number).toBe(3);
    expect(concordance.ofEnglish('fisherman', [TIDES])).toHaveLength(1);
    expect(concordance.ofChinese(['銀行'], [TIDES])).toEqual([]);
  });

  it.each([
    ['longitude', '經度'],
    ['sailor', '水手'],
    ['translator', '譯者'],
    ['tea', '茶'],
    ['camel', '駱駝'],
  ])('finds what faces %s in the articles', (english, chinese) => {
    expect(facing(english)[0]).toBe(chinese);
  });

  it('finds by how often they stand together what no dictionary says', () => {
    const pairs = ['river', 'hill', 'road', 'field', 'house', 'tree'].flatMap((place, index) => [
      [`The ${place} is old.`, `那${'河山路田屋樹'[index]}很舊。`] as const,
      [`Wug sees the ${place}.`, `駱駝看見${'河山路田屋樹'[index]}。`] as const,
    ]);
    const [found] = concordance.counterparts('wug', [articleOf(pairs)], 1);
    expect(found).toEqual({ word: '駱駝', together: 6, of: 6 });
  });

  it('claims nothing on the strength of one sentence', () => {
    expect(concordance.counterparts('moon', [WIND], 3)).toEqual([]);
  });

  it('lets others go first while it reads, and finds the same as without reading ahead', async () => {
    const ahead = new Concordance(dictionary);
    let turns = 0;
    let reading = true;
    const others = () => {
      turns += 1;
      if (reading) setImmediate(others);
    };
    setImmediate(others);
    await ahead.read(articles);
    reading = false;
    expect(turns).toBeGreaterThanOrEqual(articles.length);
    await ahead.read(articles);
    expect(ahead.counterparts('clock', articles, 5)).toEqual(
      concordance.counterparts('clock', articles, 5),
    );
    const places = ahead.ofEnglish('clock', articles).map(({ paragraph }) => paragraph.number);
    expect(places).toEqual(
      concordance.ofEnglish('clock', articles).map(({ paragraph }) => paragraph.number),
    );
  });

  it('looks through as many articles as a reader can wait for, and always the first', () => {
    expect(lookedThrough([TIDES, WIND])).toEqual([TIDES, WIND]);
    expect(lookedThrough([TIDES, WIND], TIDES.paragraphs.length)).toEqual([TIDES]);
    expect(lookedThrough([TIDES, WIND], 1)).toEqual([TIDES]);
  });

  it('is opened once', async () => {
    const open = concordanceOver(async () => ({ dictionary }));
    expect(await open()).toBe(await open());
  });
});
