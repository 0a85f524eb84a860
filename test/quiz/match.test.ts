import { describe, expect, it } from 'vitest';
import { fail, holdEveryQuestion } from './every-question.ts';
import { shippedMaterials } from './shipped.ts';

const materials = await shippedMaterials();

describe.each(materials.map((one) => [one.article.id, one] as const))(
  'match in %s',
  (_, material) => {
    it('has one right answer and three of its length, and no number tells it', () => {
      const seen = holdEveryQuestion(material, 'match', (question) => {
        const numbers = question.choices?.texts.map((text) => /\p{Nd}/u.test(text));
        if (new Set(numbers).size !== 1) fail(question, 'a number gives it away');
        const { prompt, right } = question;
        const english = prompt.task === 'match' && prompt.language === 'en' ? prompt.text : '';
        const quoted = english.match(/\p{Script=Han}+/gu) ?? [];
        if (quoted.some((text) => right.includes(text))) fail(question, 'its Chinese tells it');
      });
      expect(seen.lengths.within / seen.lengths.choices).toBeGreaterThanOrEqual(0.95);
      expect(seen.different.size).toBeGreaterThan(40);
    });
  },
);
