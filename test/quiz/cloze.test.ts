import { describe, expect, it } from 'vitest';
import { fail, holdEveryQuestion } from './every-question.ts';
import { shippedMaterials } from './shipped.ts';

const materials = await shippedMaterials();

describe.each(materials.map((one) => [one.article.id, one] as const))(
  'cloze in %s',
  (_, material) => {
    it('leaves a word out wherever it stands, and only it gives the sentence back', () => {
      const seen = holdEveryQuestion(material, 'cloze', (question) => {
        const { prompt, pairs, right, choices } = question;
        if (prompt.task !== 'cloze') return fail(question, 'is no cloze');
        const whole = prompt.sentence.map((piece) => piece ?? right).join('');
        const sentence = pairs[0]?.[prompt.language] ?? '';
        if (whole.toLowerCase() !== sentence.toLowerCase()) fail(question, 'another sentence');
        const wrong = choices?.texts.filter((text) => text !== right) ?? [];
        if (wrong.some((text) => stands(text, sentence)))
          fail(question, 'a wrong word stands there');
      });
      expect(seen.lengths.within / seen.lengths.choices).toBeGreaterThanOrEqual(0.95);
      expect(seen.different.size).toBeGreaterThan(150);
    });
  },
);

/** Chinese anywhere, English as a whole word: `rule` does not stand in `ruler`. */
function stands(text: string, sentence: string): boolean {
  return /^[a-z]/i.test(text)
    ? new RegExp(`\\b${text}\\b`, 'i').test(sentence)
    : sentence.includes(text);
}
