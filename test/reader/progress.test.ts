import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Bookmark,
  type Drawn,
  drawPassage,
  nextToRead,
  placeToRead,
} from '../../src/reader/progress.ts';
import { TIDES, WIND } from '../article/fixtures.ts';

const ARTICLES = [TIDES, WIND];
const ALL = ARTICLES.flatMap(({ paragraphs }) => paragraphs).length;
const bookmark = (articleId: string, number: number, finished = false): Bookmark => ({
  articleId,
  number,
  finished,
  at: 0,
});

/** Draws `count` paragraphs one after another, remembering them as the store does. */
function draws(random: () => number, count: number) {
  const drawn = new Map<string, Set<number>>();
  return Array.from({ length: count }, () => {
    const draw = drawPassage(random, ARTICLES, drawn as Drawn);
    for (const id of draw.anew) drawn.delete(id);
    const { article, paragraph } = draw.passage;
    drawn.set(article.id, (drawn.get(article.id) ?? new Set()).add(paragraph.number));
    return `${article.id} ${paragraph.number}`;
  });
}

describe('drawing', () => {
  it('gives every paragraph once before any comes again', () => {
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.array(chance, { minLength: 2 * ALL, maxLength: 2 * ALL }), (numbers) => {
        let at = 0;
        const drawn = draws(() => numbers[at++] ?? 0, 2 * ALL);
        expect(new Set(drawn.slice(0, ALL)).size).toBe(ALL);
        expect(new Set(drawn.slice(ALL)).size).toBe(ALL);
      }),
    );
  });

  it('does not give the same paragraph twice in a row, unless it is the only one', () => {
    const [first] = TIDES.paragraphs;
    if (first === undefined) throw new Error('no paragraph');
    const all = new Map([[TIDES.id, new Set(TIDES.paragraphs.map(({ number }) => number))]]);
    const { passage } = drawPassage(() => 0, [TIDES], all, { article: TIDES, paragraph: first });
    expect(passage.paragraph.number).not.toBe(1);
    const short = { ...TIDES, paragraphs: [first] };
    const only = drawPassage(() => 0, [short], all, { article: short, paragraph: first });
    expect(only.passage.paragraph).toBe(first);
    expect(() => drawPassage(() => 0, [], new Map())).toThrow(RangeError);
  });
});

describe('reading on', () => {
  const place = (bookmarks: readonly Bookmark[], asked: typeof TIDES | null = null) => {
    const { article, paragraph } = placeToRead(ARTICLES, bookmarks, asked);
    return [article.id, paragraph.number];
  };

  it('begins with the first article, goes on where the reader stopped', () => {
    expect(place([])).toEqual([TIDES.id, 1]);
    expect(place([bookmark(WIND.id, 1), bookmark(TIDES.id, 2)])).toEqual([WIND.id, 1]);
    expect(place([bookmark(TIDES.id, 2), bookmark(WIND.id, 1)])).toEqual([TIDES.id, 2]);
    expect(place([bookmark(WIND.id, 2)], TIDES)).toEqual([TIDES.id, 1]);
    expect(place([bookmark('gone', 2)])).toEqual([TIDES.id, 1]);
  });

  it('stays within an article that has become shorter', () => {
    expect(place([bookmark(TIDES.id, 999)])).toEqual([TIDES.id, TIDES.paragraphs.length]);
  });

  it('goes to the next article once one is finished', () => {
    const end = bookmark(TIDES.id, TIDES.paragraphs.length, true);
    expect(place([end])).toEqual([WIND.id, 1]);
    expect(place([end], TIDES)).toEqual([TIDES.id, 1]);
    expect(place([bookmark(TIDES.id, 1, true)])).toEqual([TIDES.id, 1]);
  });

  it('says what to read next', () => {
    const done = [bookmark(TIDES.id, 9, true), bookmark(WIND.id, 9, true)];
    expect(nextToRead(ARTICLES, [], TIDES).id).toBe(WIND.id);
    expect(nextToRead(ARTICLES, [], WIND).id).toBe(TIDES.id);
    expect(nextToRead(ARTICLES, done, TIDES).id).toBe(WIND.id);
    expect(nextToRead([TIDES], done, TIDES).id).toBe(TIDES.id);
    expect(() => nextToRead([], [], null)).toThrow(RangeError);
    expect(() => placeToRead([{ ...TIDES, paragraphs: [] }], [], null)).toThrow(RangeError);
  });
});
