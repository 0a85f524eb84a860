import { describe, expect, it } from 'vitest';
import { fail, holdEveryQuestion } from './every-question.ts';
import { shippedMaterials } from './shipped.ts';

const materials = await shippedMaterials();

describe.each(materials.map((one) => [one.article.id, one] as const))(
  'recall in %s',
  (_, material) => {
    it('asks for a word by its meaning, and hints at no more than its start', () => {
      const seen = holdEveryQuestion(material, 'recall', (question) => {
        const { prompt, right, choices } = question;
        if (prompt.task !== 'recall' || choices !== null) return fail(question, 'is no recall');
        const { first, length } = prompt.hint;
        if (first === right || (first !== null && !right.startsWith(first)))
          fail(question, 'the hint');
        if (length !== [...right].length) fail(question, 'the length');
      });
      expect(seen.different.size).toBeGreaterThan(150);
    });
  },
);
