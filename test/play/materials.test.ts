import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Library } from '../../src/article/library.ts';
import { Materials } from '../../src/play/materials.ts';
import { Questions } from '../../src/play/questions.ts';
import { cardOf } from '../../src/quiz/card.ts';
import { articleOf, TIDES, WIND } from '../article/fixtures.ts';
import { shippedMaterials, testAids } from '../quiz/shipped.ts';

const aids = await testAids();
const shipped = (await shippedMaterials()).map(({ article }) => article);
const [first = shipped[0]] = shipped.filter(({ script }) => script === 'traditional');
if (first === undefined) throw new Error('no article is shipped');
const texts = shipped.flatMap(({ paragraphs }) =>
  paragraphs.map(({ en, zh }) => [en, zh] as const),
);
/** As long as an article may be. */
const book = articleOf(
  Array.from({ length: 2000 }, (_, at) => texts[at % texts.length] ?? ['Sea.', '海。']),
  { id: 'book' },
);

describe('the material of an article', () => {
  it('is prepared in many turns, between which readers are answered', async () => {
    const materials = new Materials(
      async () => aids,
      () => shipped,
    );
    const preparing = materials.of(first, 0);
    const done = { yet: false };
    preparing.then(() => {
      done.yet = true;
    });
    let turns = 0;
    while (!done.yet) {
      await turn();
      turns += 1;
    }
    expect(turns).toBeGreaterThan(first.paragraphs.length);
    expect(await materials.of(first, 0)).toBe(await preparing);
  });

  it('is tried again when the dictionary could not be opened', async () => {
    let tries = 0;
    const materials = new Materials(
      async () => {
        tries += 1;
        if (tries === 1) throw new Error('not yet');
        return aids;
      },
      () => shipped,
    );
    await expect(materials.of(first, 0)).rejects.toThrow('not yet');
    expect((await materials.of(first, 0)).article).toBe(first);
  });

  it('is kept of the last used ones only', async () => {
    const materials = new Materials(
      async () => aids,
      () => [],
    );
    const before = await materials.of(TIDES, 0);
    for (let at = 0; at < 16; at += 1) await materials.of({ ...WIND, id: `wind-${at}` }, 0);
    const again = await materials.of(TIDES, 0);
    expect(again).not.toBe(before);
    expect(again.revision).toBe(before.revision);
  });
});

describe('questions of a book of 2,000 paragraphs', () => {
  const questions = new Questions(
    () => new Library({ articles: [book], bad: [] }),
    async () => aids,
  );

  it.each([1, 999, 2000])('are found about an excerpt at paragraph %i', async (number) => {
    const asked = { articleId: book.id, numbers: [number], name: `daily:s:${number}` };
    const found = await questions.ofExcerpt(null, asked);
    expect(found?.question.paragraph).toEqual({ article: book.id, number });
    expect(await questions.drawn(null, book.id, asked.name, found?.draw ?? 0)).toEqual(
      found?.question,
    );
  });

  it('have wrong choices from the same section, for cards too', async () => {
    const found = await questions.ofExcerpt(null, {
      ...{ articleId: book.id, numbers: [1500], name: 'a' },
    });
    if (found === null) throw new Error('nothing was found');
    expect(
      await questions.ofExcerpt(null, { articleId: 'gone', numbers: [1], name: 'a' }),
    ).toBeNull();
    expect((await questions.pool(null, book.id, 'card')).length).toBeGreaterThan(20);
    const card = cardOf(found.question);
    expect((await questions.rivals(null, card)).length).toBeGreaterThan(0);
    expect(await questions.rivals(null, { ...card, articleId: null })).toEqual([]);
  });
});
