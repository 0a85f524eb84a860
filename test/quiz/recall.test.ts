import { describe, expect, it } from 'vitest';
import { hintOf, sizeOf } from '../../src/quiz/hint.ts';
import { fail, holdEveryQuestion } from './every-question.ts';
import { shippedMaterials } from './shipped.ts';

it.each([
  ['go-between', { length: 9, words: 2 }],
  ['night sky', { length: 8, words: 2 }],
  ['café', { length: 4, words: 1 }],
  ['don’t', { length: 4, words: 1 }],
  ['原子鐘', { length: 3, words: 1 }],
  ['', { length: 0, words: 1 }],
])('tells the size of %s', (text, size) => {
  expect(sizeOf(text)).toEqual(size);
});

it('tells how a short English word begins, whatever the difficulty, and a long one when it is not hard', () => {
  const twins: string[] = [];
  expect(hintOf('style', 'en', 'hard', { twins }).first).toBe('s');
  expect(hintOf('longitude', 'en', 'hard', { twins }).first).toBeNull();
  expect(hintOf('longitude', 'en', 'normal', { twins }).first).toBe('l');
  expect(hintOf('茶', 'zh', 'easy', { twins }).first).toBeNull();
});

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
        if (length !== right.replaceAll(/[\s'’-]/g, '').length) fail(question, 'the length');
      });
      expect(seen.different.size).toBeGreaterThan(150);
    });
  },
);
