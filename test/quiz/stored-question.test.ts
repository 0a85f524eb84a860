import { expect, it } from 'vitest';
import { makeQuestion } from '../../src/quiz/make.ts';
import { DIFFICULTIES, KINDS } from '../../src/quiz/question.ts';
import { questionSchema } from '../../src/quiz/stored-question.ts';
import { shippedMaterials } from './shipped.ts';

const materials = await shippedMaterials();

it.each(KINDS)('a question of the kind %s is the same after it was kept', (kind) => {
  for (const { article, revision, ...material } of materials) {
    for (const difficulty of DIFFICULTIES) {
      for (let seed = 0; seed < 200; seed += 1) {
        const key = { article: article.id, revision, kind, difficulty, learning: null, seed };
        const question = makeQuestion({ article, revision, ...material }, key);
        if (question === null) expect.fail(`no ${kind} for ${seed}`);
        const again = questionSchema.parse(JSON.parse(JSON.stringify(question)));
        expect(again).toEqual(question);
      }
    }
  }
});
