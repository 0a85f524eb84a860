import { describe, expect, it } from 'vitest';
import { fail, holdEveryQuestion } from './every-question.ts';
import { shippedMaterials } from './shipped.ts';

const materials = await shippedMaterials();

describe.each(materials.map((one) => [one.article.id, one] as const))(
  'order in %s',
  (_, material) => {
    it('gives the paragraph back by its letters', () => {
      const seen = holdEveryQuestion(material, 'order', (question) => {
        const { prompt, pairs, right, choices } = question;
        if (prompt.task !== 'order') return fail(question, 'is no order');
        const ordered = [...right].map((letter) => prompt.parts[letter.charCodeAt(0) - 65]);
        const whole = pairs.map((pair) => pair[prompt.language]);
        if (ordered.join('|') !== whole.join('|')) fail(question, 'another order');
        const shown = [...right].toSorted().join('');
        if (choices?.texts.includes(shown)) fail(question, 'the order shown is offered');
      });
      expect(seen.different.size).toBeGreaterThan(150);
    });
  },
);
