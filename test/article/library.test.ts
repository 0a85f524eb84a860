import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArticleFolder } from '../../src/article/folder.ts';
import { Library, paragraphsMatching } from '../../src/article/library.ts';
import { TIDES, WIND } from './fixtures.ts';

const library = new Library({ articles: [WIND, TIDES], bad: [] });

describe('Library', () => {
  it('lists easy articles first', () => {
    expect(library.articles.map((article) => article.id)).toEqual(['tides', 'wind']);
    expect(library.first).toBe(TIDES);
  });

  it.each(['tides', 'The Tides', 'the tides', '潮汐', ' TIDES '])('finds %s', (name) => {
    expect(library.named(name)).toBe(TIDES);
  });

  it('searches titles in both languages', () => {
    expect(library.search('the')).toEqual([TIDES, WIND]);
    expect(library.search('風')).toEqual([WIND]);
    expect(library.search('')).toHaveLength(2);
    expect(library.named('storm')).toBeNull();
    expect(library.byId('The Tides')).toBeNull();
  });

  it('is never empty', () => {
    expect(() => new Library({ articles: [], bad: [] })).toThrow(RangeError);
  });
});

describe('paragraphsMatching', () => {
  it.each([
    ['', [1, 2, 3]],
    ['2', [2]],
    ['9', []],
    ['moon', [2]],
    ['MOON', [2]],
    ['海水', [1, 2]],
    ['漁夫', [3]],
    ['nothing', []],
  ])('%s', (text, numbers) => {
    expect(paragraphsMatching(TIDES, text).map((one) => one.number)).toEqual(numbers);
  });
});

describe('readArticleFolder', () => {
  it('names every bad file with its reason and loads the others', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'duidu-'));
    const put = (name: string, value: unknown) =>
      writeFile(path.join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
    await put('tides.json', TIDES);
    await put('broken.json', '{"id": ');
    await put('other-name.json', TIDES);
    await put('wind.json', { ...WIND, level: 'windy' });
    await put('notes.txt', 'not an article');
    const { articles, bad } = await readArticleFolder(folder);
    expect(articles.map((article) => article.id)).toEqual(['tides']);
    expect(bad.map(({ file, reasons }) => [file, reasons.join()])).toEqual([
      ['broken.json', expect.stringContaining('JSON')],
      ['other-name.json', expect.stringContaining('other-name')],
      ['wind.json', expect.stringContaining('level')],
    ]);
  });
});
