import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { importText } from '../../src/intake/import.ts';
import { reviewPage } from '../../src/intake/review/page.ts';
import {
  levelOf,
  type Review,
  reviewOfBeads,
  reviewOfImport,
} from '../../src/intake/review/review.ts';
import { evidence } from './opened-evidence.ts';

const line = ({ file, line: number }: { file: string | null; line: number }) =>
  `${file ?? 'all'} ${number}`;

/** What a browser would make of the page: the names of its elements, and the text in it. */
function read(page: string) {
  const names: string[] = [];
  let text = '';
  let style = false;
  const parser = new Parser({
    onopentag: (name) => {
      names.push(name);
      style = name === 'style';
    },
    onclosetag: () => {
      style = false;
    },
    ontext: (part) => {
      if (!style) text += part;
    },
  });
  parser.end(page);
  return { names, text };
}

function reviewOf(text: string): Review {
  const pair = { en: text, zh: text, confidence: 0.4 };
  return {
    title: text,
    script: 'simplified',
    pairs: [{ lines: { en: [1, 2], zh: [1] }, confidence: 0.7, parts: [pair, pair] }],
    dropped: [{ file: 'zh', line: 7, reason: 'caption', text }],
    errors: [{ file: null, line: 1, code: 'invalid', message: text }],
    warnings: [{ file: 'en', line: 2, code: 'numbers', message: text }],
  };
}

describe('the review page', () => {
  const plain = read(reviewPage(reviewOf('plain'), line));

  it.each([
    '</script><script>alert(1)</script>',
    '</style><img src=x onerror=alert(1)>',
    '"><svg/onload=alert(1)>',
    "' onmouseover='alert(1)",
    '<!-- --><!doctype html>',
    '&lt;b&gt; &#x3c;b> &amp;',
  ])('shows %s as text', (hostile) => {
    const { names, text } = read(reviewPage(reviewOf(hostile), line));
    expect(names).toEqual(plain.names);
    expect(names).not.toContain('script');
    expect(text).toContain(hostile);
  });

  it('shows any text as text', () => {
    const strings = fc.string({
      unit: fc.constantFrom('<', '>', '&', '"', "'", '/', '-', 'a', '茶'),
    });
    fc.assert(
      fc.property(strings, (hostile) => {
        expect(read(reviewPage(reviewOf(hostile), line)).names).toEqual(plain.names);
      }),
    );
  });

  it('lets no text turn its direction', () => {
    const page = reviewPage(reviewOf('a\u202eb\u2066c\u200bd'), line);
    expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/u);
    expect(page).toContain('<bdi>abcd</bdi>');
  });

  it('says what is unsure, merged, left out and wrong', () => {
    const { text } = plain;
    expect(text).toContain('1 pair, 1 unsure · 1 line left out · 2 warnings');
    expect(text).toContain('? 70 % sure');
    expect(text).toContain('‼ 40 % sure');
    expect(text).toContain('English lines 1 + 2 · Chinese line 1');
    expect(text).toContain('merged 2:1');
    expect(text).toContain('zh 7 stands under a picture');
    expect(text).toContain('✖ Error all 1: plain');
    expect(reviewPage(reviewOf('a'), line)).toContain('<a href="#pair-1">en 2</a>');
  });

  it('folds warnings of a kind that are many', () => {
    const [numbers] = reviewOf('plain').warnings;
    if (numbers === undefined) throw new Error('it warns of nothing');
    const warned = (count: number): Review => ({
      ...reviewOf('plain'),
      warnings: [
        { ...numbers, code: 'script' },
        ...Array.from({ length: count }, (_, at) => ({ ...numbers, line: at + 1 })),
      ],
    });
    expect(read(reviewPage(warned(3), line)).names).not.toContain('details');
    const folded = read(reviewPage(warned(4), line));
    expect(folded.names.filter((name) => name === 'details')).toHaveLength(1);
    expect(folded.text).toMatch(/4 times numbers[\s\S]*en 1: plain[\s\S]*en 4: plain/);
  });

  it('calls what is surer than .9 sure, and the half of it doubtful', () => {
    expect([0.95, 0.9, 0.89, 0.51, 0.5, 0].map(levelOf)).toEqual([
      ...['sure', 'sure', 'unsure', 'unsure', 'doubtful', 'doubtful'],
    ]);
  });
});

describe('a review', () => {
  const text = [
    'The ferry leaves at six. Nobody knows why.',
    '渡輪六點開。沒有人知道為什麼。',
    'Most people sleep.',
    '多數人睡了。',
    'Some look at the lights of the harbour.',
    '有些人看著港口的燈火。',
  ].join('\n');

  it('of an import has every sentence and every line', () => {
    const result = importText({ text: `${text}\n----` }, { id: 'ferry' }, evidence);
    const review = reviewOfImport('Ferry', result);
    expect(review.script).toBe('traditional');
    expect(review.pairs.map(({ lines }) => lines)).toEqual([
      { en: [1], zh: [2] },
      { en: [3], zh: [4] },
      { en: [5], zh: [6] },
    ]);
    expect(review.pairs[0]?.parts[1]).toMatchObject({
      en: 'Nobody knows why.',
      zh: '沒有人知道為什麼。',
    });
    expect(review.dropped).toEqual([{ file: null, line: 7, reason: 'no text', text: '----' }]);
  });

  it('of what has no pair is empty, and says why', () => {
    const result = importText({ en: 'Only English.', zh: 'Here too.' }, { id: 'x' }, evidence);
    const review = reviewOfImport('X', result);
    expect(review.pairs).toEqual([]);
    expect(review.dropped.map(({ file }) => file)).toEqual(['en', 'zh']);
    const { text: shown } = read(reviewPage(review, line));
    expect(shown).toContain('no Chinese line');
    expect(shown).not.toContain('sure of all');
  });

  it('of beads joins their lines and names those without a partner', () => {
    const segments = { en: ['One.', 'Two.', 'Noise.'], zh: ['一。', '二。', '三。'] };
    const beads = [
      { en: [0, 1], zh: [0], confidence: 0.93 },
      { en: [2], zh: [], confidence: 0.8 },
      { en: [], zh: [1], confidence: 0.8 },
      { en: [], zh: [2], confidence: 0.8 },
    ];
    const review = reviewOfBeads('Beads', segments, beads);
    expect(review.pairs).toEqual([
      {
        lines: { en: [1, 2], zh: [1] },
        confidence: 0.93,
        parts: [{ en: 'One. Two.', zh: '一。', confidence: 0.93 }],
      },
    ]);
    expect(
      review.dropped.map(({ file, line: number, text: said }) => [file, number, said]),
    ).toEqual([
      ['en', 3, 'Noise.'],
      ['zh', 2, '二。'],
      ['zh', 3, '三。'],
    ]);
  });
});
