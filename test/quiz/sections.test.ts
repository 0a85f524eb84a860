import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sectionsOf } from '../../src/quiz/sections.ts';

const paragraph = fc
  .tuple(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 8000 }))
  .map(([en, zh]) => ({ en: 'e'.repeat(en), zh: '中'.repeat(zh), pairs: [{ en: [0], zh: [0] }] }));

it('cuts an article into sections of like length that hold every paragraph once, in order', () => {
  const articles = fc
    .array(paragraph, { minLength: 1, maxLength: 60 })
    .map((all) => ({ paragraphs: all.map((one, at) => ({ ...one, number: at + 1 })) }));
  fc.assert(
    fc.property(articles, (article) => {
      const sections = sectionsOf(article);
      expect(sections.flat()).toEqual(article.paragraphs);
      for (const section of sections) {
        const lengths = section.map(({ en, zh }) => en.length + zh.length);
        const total = lengths.reduce((sum, length) => sum + length, 0);
        // A section may begin and end with half a paragraph that belongs to its neighbours too.
        expect(total).toBeGreaterThan(0);
        expect(total).toBeLessThanOrEqual(48_000 + Math.max(...lengths));
      }
    }),
    { numRuns: 50 },
  );
});
