import { ComponentType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Article, MAX_ARTICLE_ID } from '../../src/article/article.ts';
import { STANDARD } from '../../src/reader/preferences.ts';
import { renderArticle, renderArticleList } from '../../src/render/article.ts';
import {
  countingNumber,
  defineCustomId,
  MAX_CUSTOM_ID,
  prefixOf,
} from '../../src/render/custom-id.ts';
import { escapeMarkdown } from '../../src/render/escape.ts';
import { fillOf, MAX_TEXT, type MessageBody } from '../../src/render/message.ts';
import { paragraphButton, renderParagraph, SHOWN } from '../../src/render/paragraph.ts';
import { wordsFor } from '../../src/words/index.ts';
import { LANGUAGES } from '../../src/words/language.ts';
import { articleOf, TIDES } from '../article/fixtures.ts';

/** Every object of a message, however deep. */
function objects(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objects);
  if (typeof value !== 'object' || value === null) return [];
  return [{ ...value }, ...Object.values(value).flatMap(objects)];
}

const textsOf = (body: MessageBody) =>
  objects(body.components).flatMap(({ content }) => (typeof content === 'string' ? [content] : []));
const idsOf = (body: MessageBody) =>
  objects(body.components).flatMap(({ custom_id: id }) => (typeof id === 'string' ? [id] : []));

function expectFits(body: MessageBody) {
  expect(textsOf(body).join('').length).toBeLessThanOrEqual(MAX_TEXT);
  expect(fillOf(textsOf(body))).toBeLessThanOrEqual(1);
  expect(new Set(idsOf(body)).size).toBe(idsOf(body).length);
  for (const id of idsOf(body)) expect(id.length).toBeLessThanOrEqual(MAX_CUSTOM_ID);
  for (const { label, type } of objects(body.components)) {
    const limit = type === ComponentType.Button ? 80 : 100;
    if (typeof label === 'string') expect(label.length).toBeLessThanOrEqual(limit);
  }
}

describe('escapeMarkdown', () => {
  it.each([
    ['*a* _b_ ~c~ `d` |e|', '\\*a\\* \\_b\\_ \\~c\\~ \\`d\\` \\|e\\|'],
    ['<@1> <t:1> @everyone', '\\<\\@1\\> \\<t:1\\> \\@everyone'],
    ['[x](https://e.org)', '\\[x\\](https\\://e.org)'],
    ['# head', '\\# head'],
    ['-# small', '\\-# small'],
    ['- list', '\\- list'],
    ['1. list', '1\\. list'],
    ['C# and 3 - 2', 'C# and 3 - 2'],
    ['對讀，「好」。', '對讀，「好」。'],
  ])('%s', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it('only ever adds backslashes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeMarkdown(text).replaceAll('\\', '')).toBe(text.replaceAll('\\', ''));
      }),
    );
  });
});

describe('defineCustomId', () => {
  const id = defineCustomId('test', z.tuple([z.enum(['a', 'b']), countingNumber]));

  it('reads what it wrote', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('a', 'b'),
        fc.integer({ min: 1, max: 999_999 }),
        (kind, number) => {
          expect(id.read(id.write(kind, number))).toEqual([kind, number]);
          expect(prefixOf(id.write(kind, number))).toBe('test');
        },
      ),
    );
  });

  it('reads nothing that it did not write', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const values = id.read(text);
        if (values !== null) expect(id.write(...values)).toBe(text);
      }),
    );
    for (const bad of [
      'test',
      'test:a',
      'test:a:0',
      'test:a:01',
      'test:c:1',
      'other:a:1',
      'test:a:1:2',
    ]) {
      expect(id.read(bad), bad).toBeNull();
    }
  });

  it('never writes what Discord refuses', () => {
    const long = defineCustomId('long', z.tuple([z.string()]));
    expect(() => long.write('x'.repeat(MAX_CUSTOM_ID))).toThrow(RangeError);
    const id = 'a'.repeat(MAX_ARTICLE_ID);
    expect(
      paragraphButton.write('previous', id, 'ffff', 999_999, 'english', 999_999, 'article', 'a')
        .length,
    ).toBeLessThanOrEqual(MAX_CUSTOM_ID);
  });
});

describe('renderParagraph', () => {
  const sentence = fc.tuple(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 900 }),
    fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 300 }),
  );
  const clean = (text: string) => text.replaceAll(/\p{Cc}/gu, ' ').trim() || 'x';
  const long = fc.array(sentence, { minLength: 1, maxLength: 12 }).map((all) =>
    articleOf(
      [[clean(all.map(([a]) => `${a}. `).join('')), clean(all.map(([, b]) => `${b}。`).join(''))]],
      {
        id: 'a'.repeat(MAX_ARTICLE_ID),
      },
    ),
  );

  it('fits, whatever the text, in every language', () => {
    fc.assert(
      fc.property(
        long,
        fc.constantFrom(...SHOWN),
        fc.constantFrom(...LANGUAGES),
        fc.integer({ min: 1, max: 20 }),
        (article, shown, language, page) => {
          const [paragraph] = article.paragraphs;
          if (paragraph === undefined) return;
          const view = {
            article,
            paragraph,
            revision: 'abcd',
            shown,
            page,
            drawFrom: 'library',
          } as const;
          expectFits(renderParagraph(wordsFor(language), view, 'a note'));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('shows the languages that were asked for', () => {
    const [paragraph] = TIDES.paragraphs;
    if (paragraph === undefined) throw new Error('fixture');
    const view = {
      article: TIDES,
      paragraph,
      revision: 'abcd',
      page: 1,
      drawFrom: 'library',
    } as const;
    const shown = (which: (typeof SHOWN)[number]) =>
      textsOf(renderParagraph(wordsFor('en'), { ...view, shown: which })).join('\n');
    expect(shown('both')).toContain(paragraph.en);
    expect(shown('both')).toContain(paragraph.zh);
    expect(shown('english')).not.toContain(paragraph.zh);
    expect(shown('chinese')).not.toContain(paragraph.en);
    for (const which of SHOWN) expect(shown(which)).toContain('CC0 1.0');
  });
});

describe('renderArticleList', () => {
  const articles = Array.from(
    { length: 31 },
    (_, index): Article => ({
      ...TIDES,
      id: `tides-${index}`,
      title: {
        en: `*The* ${'very '.repeat(40)}long tides ${index}`,
        zh: `潮汐${'很長'.repeat(80)}${index}`,
      },
    }),
  );
  const bad = Array.from({ length: 40 }, (_, index) => ({
    file: `bad-${index}.json`,
    reasons: ['level: must be one of easy, middle, hard', 'x'.repeat(400)],
  }));

  it.each(LANGUAGES)('fits with many articles and many bad files: %s', (language) => {
    for (let page = 1; page <= 5; page += 1) {
      const body = renderArticleList(wordsFor(language), { articles, bad, page });
      expectFits(body);
    }
    expectFits(renderArticle(wordsFor(language), articles[30] ?? TIDES, 'abcd', STANDARD));
  });

  it('names the bad files for those who may know', () => {
    const body = renderArticleList(wordsFor('en'), {
      articles: [TIDES],
      bad: bad.slice(0, 1),
      page: 1,
    });
    expect(textsOf(body).join('\n')).toContain('bad-0.json');
    const other = renderArticleList(wordsFor('en'), { articles: [TIDES], bad: [], page: 1 });
    expect(textsOf(other).join('\n')).not.toContain('could not be loaded');
  });
});
