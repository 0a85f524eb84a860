import { expect, it } from 'vitest';
import { judge } from '../../src/quiz/judge.ts';
import type { Question } from '../../src/quiz/question.ts';

const tides: Question = {
  key: {
    article: 'tides',
    revision: '0000',
    kind: 'match',
    difficulty: 'easy',
    learning: null,
    seed: 1,
  },
  prompt: { task: 'match', language: 'zh', text: '海水漲上來。' },
  choices: {
    language: 'en',
    texts: ['The sea goes out.', 'The sea comes in.', 'The wind blows.', 'The moon is up.'],
    right: 1,
  },
  answer: { form: 'choice' },
  right: 'The sea comes in.',
  pairs: [{ en: 'The sea comes in.', zh: '海水漲上來。' }],
  paragraph: { article: 'tides', number: 1 },
  word: null,
};

it.each([
  ['B', 'exact'],
  ['ｂ.', 'exact'],
  ['2', 'exact'],
  ['the SEA comes in', 'exact'],
  ['A', 'wrong'],
  ['The sea goes out.', 'wrong'],
  ['', 'wrong'],
  ['🐟', 'wrong'],
  ['b'.repeat(4000), 'wrong'],
] as const)('judges the text %j as %s', (text, result) => {
  const verdict = judge(tides, { by: 'text', text }, () => true);
  expect(verdict).toMatchObject({ result, right: tides.right, pairs: tides.pairs });
});

it('judges a button', () => {
  expect(judge(tides, { by: 'choice', place: 1 }, () => true).score).toBe(1);
  expect(judge(tides, { by: 'choice', place: 3 }, () => true).result).toBe('wrong');
});
