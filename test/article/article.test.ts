import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  articleProblems,
  articleSchema,
  revisionOf,
  sentencePairs,
  type TextPair,
  titlesOf,
} from '../../src/article/article.ts';
import { pagesOf } from '../../src/article/pages.ts';
import { articleOf, TIDES } from './fixtures.ts';

function problemsOf(article: unknown): string[] {
  const parsed = articleSchema.safeParse(article);
  return parsed.success ? [] : articleProblems(parsed.error);
}

describe('articleSchema', () => {
  it('takes a sound article', () => {
    expect(problemsOf(TIDES)).toEqual([]);
  });

  it.each([
    ['a gap in the numbers', { paragraphs: TIDES.paragraphs.slice(1) }, 'paragraphs.0.number'],
    ['no paragraph', { paragraphs: [] }, 'paragraphs'],
    ['an id with a space', { id: 'two words' }, 'id'],
    ['an unknown level', { level: 'impossible' }, 'level'],
    [
      'a source that is no address',
      { rights: { holder: 'A', licence: 'B', source: 'x' } },
      'rights.source',
    ],
    ['an unknown key', { colour: 'red' }, 'colour'],
    ['a title with a line break', { title: { en: 'a\nb', zh: '甲' } }, 'title.en'],
    ['a title that is not NFC', { title: { en: 'cafe\u0301', zh: '甲' } }, 'title.en'],
  ])('refuses %s and says where', (_, changes, place) => {
    const problems = problemsOf({ ...TIDES, ...changes });
    expect(problems.join('\n')).toContain(place);
  });

  it.each([
    ['a sentence left out', [{ en: [0], zh: [0] }]],
    [
      'a sentence named twice',
      [
        { en: [0, 0], zh: [0] },
        { en: [1], zh: [1] },
      ],
    ],
    [
      'sentences out of order',
      [
        { en: [1], zh: [0] },
        { en: [0], zh: [1] },
      ],
    ],
    ['an index beyond the end', [{ en: [0, 1, 2], zh: [0, 1] }]],
  ])('refuses pairs with %s', (_, pairs) => {
    const [first, ...others] = TIDES.paragraphs;
    const [problem] = problemsOf({ ...TIDES, paragraphs: [{ ...first, pairs }, ...others] });
    expect(problem).toContain('paragraphs.0.pairs: must name each of the 2 en sentences once');
  });
});

describe('revisionOf', () => {
  it('changes with a text and with nothing else', () => {
    expect(revisionOf({ ...TIDES, level: 'hard' })).toBe(revisionOf(TIDES));
    expect(revisionOf(articleOf([['Other.', '別的。']]))).not.toBe(revisionOf(TIDES));
  });
});

describe('pagesOf', () => {
  const pairs = fc.array(
    fc.tuple(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map((text) => `${text}x. `),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((text) => `${text}字。`),
    ),
    { minLength: 1, maxLength: 20 },
  );
  const measure = (texts: TextPair) => texts.en.length + texts.zh.length;
  const bare = (text: string) => text.replaceAll(/\s/gu, '');

  it('keeps every character, in order, and every page within its room', () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: 40, max: 400 }), (texts, room) => {
        const { paragraphs } = articleOf([
          [
            texts
              .map(([en]) => en)
              .join('')
              .trim(),
            texts
              .map(([, zh]) => zh)
              .join('')
              .trim(),
          ],
        ]);
        const [paragraph] = paragraphs;
        if (paragraph === undefined) return;
        const pages = pagesOf(paragraph, room, measure);
        expect(bare(pages.map((page) => page.en).join(''))).toBe(bare(paragraph.en));
        expect(bare(pages.map((page) => page.zh).join(''))).toBe(bare(paragraph.zh));
        for (const page of pages) expect(measure(page)).toBeLessThanOrEqual(room);
      }),
    );
  });

  it('cuts both languages at the same sentence pair', () => {
    const paragraph = TIDES.paragraphs[0];
    if (paragraph === undefined) throw new Error('fixture');
    const pages = pagesOf(paragraph, 27, measure);
    expect(pages).toEqual(sentencePairs(paragraph));
  });

  it('says so when not even one character fits', () => {
    const paragraph = TIDES.paragraphs[0];
    if (paragraph === undefined) throw new Error('fixture');
    expect(() => pagesOf(paragraph, 0, measure)).toThrow(RangeError);
  });
});

it('a title that is the same in both languages is named once', () => {
  expect(titlesOf(TIDES)).toEqual(['The Tides', '潮汐']);
  expect(titlesOf({ title: { en: '1984', zh: '1984' } })).toEqual(['1984']);
});
