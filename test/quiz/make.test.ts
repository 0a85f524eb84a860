import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeQuestion } from '../../src/quiz/make.ts';
import { prepareMaterial } from '../../src/quiz/material.ts';
import { DIFFICULTIES, KINDS, SEEDS } from '../../src/quiz/question.ts';
import { articleOf } from '../article/fixtures.ts';
import { shippedMaterials, testAids } from './shipped.ts';

const materials = await shippedMaterials();

it('makes the same question of the same key, and none of another revision', () => {
  const material = fc.constantFrom(...materials);
  const key = fc.record({
    kind: fc.constantFrom(...KINDS),
    difficulty: fc.constantFrom(...DIFFICULTIES),
    learning: fc.constantFrom('en' as const, 'zh' as const, null),
    seed: fc.integer({ min: 0, max: SEEDS - 1 }),
  });
  fc.assert(
    fc.property(material, key, (one, part) => {
      const { article, revision } = one;
      const whole = { article: article.id, revision, ...part };
      expect(makeQuestion(one, whole)).toEqual(makeQuestion(one, whole));
      expect(makeQuestion(one, { ...whole, revision: 'none' })).toBeNull();
      expect(makeQuestion(one, { ...whole, article: 'another' })).toBeNull();
    }),
  );
});

it('takes wrong choices from other articles where its own has too few', async () => {
  const short = articleOf([
    ['The sea came in slowly. The boats rose with it.', '海水慢慢漲了上來。小船也跟著升高了。'],
  ]);
  const aids = await testAids();
  const alone = prepareMaterial(short, aids);
  const helped = prepareMaterial(
    short,
    aids,
    materials.map((one) => one.article),
  );
  expect(helped.revision).not.toBe(alone.revision);
  const key = {
    article: short.id,
    kind: 'match',
    difficulty: 'easy',
    learning: null,
    seed: 7,
  } as const;
  expect(makeQuestion(alone, { ...key, revision: alone.revision })).toBeNull();
  const question = makeQuestion(helped, { ...key, revision: helped.revision });
  expect(question?.choices?.texts).toHaveLength(4);
  expect(question?.paragraph).toEqual({ article: short.id, number: 1 });
});
