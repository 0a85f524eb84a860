import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { joined } from '../../src/language/pinyin.ts';
import { judge } from '../../src/quiz/judge.ts';
import type { Question } from '../../src/quiz/question.ts';
import { verdictText } from '../../src/render/question.ts';
import { wordsFor } from '../../src/words/index.ts';
import { testDictionary } from '../language/opened-dictionary.ts';
import judgements from './data/judgements.json' with { type: 'json' };

const asked = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('chinese'),
    traditional: z.string(),
    simplified: z.string(),
    script: z.enum(['traditional', 'simplified']),
  }),
  z.strictObject({ form: z.literal('english'), text: z.string() }),
  z.strictObject({ form: z.literal('reading'), readings: z.array(z.array(z.string())) }),
  z.strictObject({ form: z.literal('order'), letters: z.string() }),
  z.strictObject({ form: z.literal('choice'), texts: z.array(z.string()), right: z.int() }),
]);
const answer = z.strictObject({
  given: z.string(),
  times: z.int().default(1),
  result: z.enum(['exact', 'accepted', 'wrong']),
  notes: z.array(z.string()).default([]),
  trap: z.boolean().default(false),
  why: z.string().min(1),
});
const table = z.array(z.strictObject({ asked, answers: z.array(answer).min(1) })).parse(judgements);
const { knowsEnglish } = await testDictionary();

const blank: Omit<Question, 'answer' | 'right'> = {
  key: {
    article: 'tides',
    revision: '0000',
    kind: 'recall',
    difficulty: 'hard',
    learning: null,
    seed: 1,
  },
  prompt: { task: 'match', language: 'zh', text: '海水漲上來。' },
  choices: null,
  pairs: [{ en: 'The sea comes in.', zh: '海水漲上來。' }],
  paragraph: { article: 'tides', number: 1 },
  word: null,
};

function questionOf(one: z.infer<typeof asked>): Question {
  switch (one.form) {
    case 'chinese':
      return { ...blank, answer: one, right: one[one.script] };
    case 'english':
      return { ...blank, answer: one, right: one.text };
    case 'reading':
      return { ...blank, answer: one, right: joined(one.readings[0] ?? []) };
    case 'order':
      return { ...blank, answer: one, right: one.letters };
    case 'choice': {
      const { texts, right } = one;
      const choices = { language: 'en', texts, right } as const;
      return { ...blank, choices, answer: { form: 'choice' }, right: texts[right] ?? '' };
    }
  }
}

describe.each(table.map((one) => [JSON.stringify(one.asked), one] as const))('%s', (_, one) => {
  const question = questionOf(one.asked);
  it.each(one.answers)('$result for “$given”: $why', ({ given, times, result, notes }) => {
    const verdict = judge(question, { by: 'text', text: given.repeat(times) }, knowsEnglish);
    expect(verdict).toMatchObject({ result, notes, right: question.right, pairs: question.pairs });
    expect(verdict.score > 0).toBe(result !== 'wrong');
    expect(verdict.score < 1).toBe(result === 'wrong' || notes.includes('typing'));
  });
});

it('holds at least 300 judgements, 100 of them traps', () => {
  const all = table.flatMap((one) => one.answers);
  expect(all.length).toBeGreaterThanOrEqual(300);
  expect(all.filter((one) => one.trap).length).toBeGreaterThanOrEqual(100);
});

const readings: Question = {
  ...blank,
  prompt: { task: 'reading', word: '天線', sentence: '裝了天線的船' },
  choices: {
    language: 'pinyin',
    texts: ['tiānxiàn', 'tiǎnxiàn', 'tiānxiān', 'diānxiàn'],
    zhuyin: [],
    right: 0,
  },
  answer: { form: 'reading', readings: [['tian1', 'xian4']] },
  right: 'tiānxiàn',
};

it.each([
  ['tiānxiàn', 'exact'],
  ['tian1xian4', 'exact'],
  ['ㄊㄧㄢㄒㄧㄢˋ', 'exact'],
  ['a', 'exact'],
  ['tiǎnxiàn', 'wrong'],
  // Two other choices have the same letters: without tones it is no answer.
  ['tianxian', 'wrong'],
] as const)('judges %s as %s among readings', (text, result) => {
  expect(judge(readings, { by: 'text', text }, knowsEnglish).result).toBe(result);
});

it('says why an answer without tones is none', () => {
  const verdict = judge(readings, { by: 'text', text: 'tianxian' }, knowsEnglish);
  expect(verdict.notes).toEqual(['toneless']);
  expect(verdictText(wordsFor('en'), verdict)).toContain('the tones are needed');
});

it('takes no wrong choice for a typing error', () => {
  const question: Question = {
    ...blank,
    choices: { language: 'en', texts: ['tailors', 'sailors', 'sailers', 'jailors'], right: 1 },
    answer: { form: 'english', text: 'sailors' },
    right: 'sailors',
  };
  const judged = (text: string) => judge(question, { by: 'text', text }, () => false);
  expect(judged('sailers').result).toBe('wrong');
  expect(judged('sialors').notes).toEqual(['typing']);
  expect(judged('sailors').result).toBe('exact');
});

it('judges a button', () => {
  expect(judge(readings, { by: 'choice', place: 0 }, knowsEnglish).score).toBe(1);
  expect(judge(readings, { by: 'choice', place: 3 }, knowsEnglish).result).toBe('wrong');
});
