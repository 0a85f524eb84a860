import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Draft,
  dropPair,
  editPair,
  leastSure,
  mergeWithNext,
  splitPair,
  splitPlaces,
  swapIn,
} from '../../src/intake/draft.ts';

const DRAFT: Draft = {
  pairs: [
    { en: 'The ferry leaves. Most sleep.', zh: '渡輪開了。多數人睡了。', sure: 0.9, findings: [] },
    { en: 'Nobody talks.', zh: '海上有霧。', sure: 0.3, findings: [] },
    { en: 'It rains.', zh: '下雨了。', sure: 0.99, findings: [] },
  ],
  dropped: [
    { text: '沒有人說話。', language: 'zh', reason: 'no partner' },
    { text: '***', language: null, reason: 'no text' },
  ],
};

describe('a draft', () => {
  it('merges a pair with the next', () => {
    expect(mergeWithNext(DRAFT, 1)?.pairs).toEqual([
      DRAFT.pairs[0],
      { en: 'Nobody talks. It rains.', zh: '海上有霧。下雨了。', sure: 1, findings: [] },
    ]);
    expect(mergeWithNext(DRAFT, 2)).toBeNull();
  });

  it('splits a pair between sentences', () => {
    const [pair] = DRAFT.pairs;
    const places = pair === undefined ? [] : splitPlaces(pair);
    expect(places).toEqual([{ en: 18, zh: 5 }]);
    expect(splitPair(DRAFT, 0, { en: 18, zh: 5 })?.pairs.slice(0, 2)).toEqual([
      { en: 'The ferry leaves.', zh: '渡輪開了。', sure: 1, findings: [] },
      { en: 'Most sleep.', zh: '多數人睡了。', sure: 1, findings: [] },
    ]);
    expect(splitPair(DRAFT, 0, { en: 18, zh: 99 })).toBeNull();
    expect(splitPair(DRAFT, 9, { en: 1, zh: 1 })).toBeNull();
  });

  it('offers the likeliest places of a long pair, in order', () => {
    const en = 'It rains here. '.repeat(20).trim();
    const zh = '這裡下雨。'.repeat(20);
    const places = splitPlaces({ en, zh });
    expect(places).toHaveLength(25);
    expect(places).toContainEqual({ en: 150, zh: 50 });
    expect(places).toEqual(places.toSorted((a, b) => a.en - b.en || a.zh - b.zh));
  });

  it('drops a pair', () => {
    const after = dropPair(DRAFT, 2);
    expect(after?.pairs).toHaveLength(2);
    expect(after?.dropped.slice(0, 2)).toEqual([
      { text: 'It rains.', language: 'en', reason: 'dropped' },
      { text: '下雨了。', language: 'zh', reason: 'dropped' },
    ]);
    expect(dropPair(DRAFT, 3)).toBeNull();
  });

  it('swaps a dropped line in', () => {
    const after = swapIn(DRAFT, 1, 0);
    expect(after?.pairs[1]).toEqual({
      en: 'Nobody talks.',
      zh: '沒有人說話。',
      sure: 1,
      findings: [],
    });
    expect(after?.dropped[0]).toEqual({ text: '海上有霧。', language: 'zh', reason: 'replaced' });
    expect(swapIn(DRAFT, 1, 1)).toBeNull();
    expect(swapIn(DRAFT, 1, 2)).toBeNull();
    expect(swapIn(DRAFT, 5, 0)).toBeNull();
  });

  it('takes what a person writes', () => {
    const after = editPair(DRAFT, 1, { en: ' No one\n talks. ', zh: '沒人說話。' });
    expect(after?.pairs[1]).toEqual({
      en: 'No one talks.',
      zh: '沒人說話。',
      sure: 1,
      findings: [],
    });
    expect(editPair(DRAFT, 1, { en: ' ', zh: '沒人說話。' })).toBeNull();
    expect(editPair(DRAFT, 7, { en: 'a', zh: '一' })).toBeNull();
  });

  it('says what to look at first', () => {
    expect(leastSure(DRAFT, 5)).toEqual([1, 0, 2]);
    expect(leastSure(DRAFT, 1)).toEqual([1]);
    expect(
      leastSure({ ...DRAFT, pairs: DRAFT.pairs.map((one) => ({ ...one, sure: 1 })) }, 5),
    ).toEqual([]);
  });
});

const sentence = { en: 'The rain falls here. ', zh: '雨落在這裡。' };
const side = (language: 'en' | 'zh') =>
  fc
    .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) =>
      parts
        .map((part) => sentence[language] + part)
        .join(' ')
        .replaceAll(/\s+/gu, ' ')
        .trim(),
    );
const anyDraft: fc.Arbitrary<Draft> = fc.record({
  pairs: fc.array(
    fc.record({
      en: side('en'),
      zh: side('zh'),
      sure: fc.double({ min: 0, max: 1, noNaN: true }),
      findings: fc.constant([]),
    }),
    { maxLength: 8 },
  ),
  dropped: fc.array(
    fc.record({
      text: side('zh'),
      language: fc.constantFrom('en', 'zh', null),
      reason: fc.constantFrom('repeated', 'no partner'),
    }),
    { maxLength: 4 },
  ),
});
const anyStep = fc.record({
  kind: fc.constantFrom('merge', 'split', 'drop', 'swap'),
  index: fc.nat(9),
  other: fc.nat(9),
});

/** Every character of a draft that is not white space, sorted. */
function characters({ pairs, dropped }: Draft): string {
  const all = [...pairs.flatMap(({ en, zh }) => [en, zh]), ...dropped.map(({ text }) => text)];
  return [...all.join('').replaceAll(/\s+/gu, '')].toSorted().join('');
}

describe('any steps on any draft', () => {
  it('lose no text, and leave no side empty', () => {
    fc.assert(
      fc.property(anyDraft, fc.array(anyStep, { maxLength: 12 }), (start, steps) => {
        let draft: Draft = start;
        for (const { kind, index, other } of steps) {
          const pair = draft.pairs[index];
          const place = pair && splitPlaces(pair)[other];
          const next =
            kind === 'merge'
              ? mergeWithNext(draft, index)
              : kind === 'split'
                ? place && splitPair(draft, index, place)
                : kind === 'drop'
                  ? dropPair(draft, index)
                  : swapIn(draft, index, other);
          draft = next ?? draft;
          expect(characters(draft)).toBe(characters(start));
          for (const { en, zh } of draft.pairs) expect(en !== '' && zh !== '').toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('split and merged again is as it was, white space aside', () => {
    fc.assert(
      fc.property(anyDraft, fc.nat(7), fc.nat(24), (draft, index, at) => {
        const pair = draft.pairs[index];
        const place = pair && splitPlaces(pair)[at];
        const cut = place && splitPair(draft, index, place);
        if (!pair || !cut) return;
        const again = mergeWithNext(cut, index)?.pairs[index];
        const plain = (text = '') => text.replaceAll(/\s+/gu, '');
        expect([plain(again?.en), plain(again?.zh)]).toEqual([plain(pair.en), plain(pair.zh)]);
      }),
    );
  });
});
