import { describe, expect, it } from 'vitest';
import { simplifiedOnly, traditionalOnly } from '../../src/language/scripts.ts';
import { newCard } from '../../src/quiz/card.ts';
import { judge } from '../../src/quiz/judge.ts';
import { makeQuestion } from '../../src/quiz/make.ts';
import { DIFFICULTIES, KINDS, type Question } from '../../src/quiz/question.ts';
import { answerTexts, questionTexts } from '../../src/render/question.ts';
import { cardFor, questionFor, verdictFor } from '../../src/render/readers-script.ts';
import { wordsFor } from '../../src/words/index.ts';
import { WORD } from '../quiz/fixtures.ts';
import { shippedMaterials } from '../quiz/shipped.ts';

const materials = await shippedMaterials();
const words = wordsFor('en');

/** Questions of every kind and difficulty, of all articles. */
function* questions(): Generator<Question> {
  for (const [index, material] of materials.entries()) {
    const { article, revision } = material;
    for (const kind of KINDS) {
      for (const difficulty of DIFFICULTIES) {
        for (let turn = 0; turn < 12; turn += 1) {
          const seed = turn * 7919 + index;
          const key = { article: article.id, revision, kind, difficulty, learning: null, seed };
          const question = makeQuestion(material, key);
          if (question !== null) yield question;
        }
      }
    }
  }
}

const shown = (question: Question) =>
  [...questionTexts(words, question), ...answerTexts(words, question)].join('\n');

describe('a question in a reader’s own script', () => {
  it('is the same question, with nothing left in the other script', () => {
    let converted = 0;
    for (const question of questions()) {
      const own = questionFor(question, { script: 'simplified' });
      if (own === question) continue;
      converted += 1;
      expect(traditionalOnly(shown(own)), shown(own)).toEqual([]);
      expect(own.choices?.right).toBe(question.choices?.right);
      expect(new Set(own.choices?.texts).size).toBe(question.choices?.texts.length ?? 0);
      const verdict = judge(question, { by: 'text', text: own.right }, () => true);
      if (question.answer.form !== 'choice') expect(verdict.result, own.right).not.toBe('wrong');
      expect(verdictFor(verdict, { script: 'simplified' }).notes).toEqual([]);
    }
    expect(converted).toBeGreaterThan(300);
  });

  it('stays as it is where the reader wants that', () => {
    for (const question of questions()) {
      expect(questionFor(question, { script: 'written' })).toBe(question);
      expect(questionFor(question, { script: 'traditional' })).toBe(question);
    }
  });

  it('gives hints about the word as it is shown', () => {
    const gap = [...questions()].find(
      ({ prompt }) => prompt.task === 'recall' && prompt.hint.first,
    );
    if (gap?.prompt.task !== 'recall') throw new Error('there is no such question');
    const pairs = [{ en: 'software', zh: '軟體壞了。' }];
    const sentence = [null, '壞了。'];
    const prompt = {
      ...gap.prompt,
      language: 'zh',
      sentence,
      hint: { length: 2, words: 1, first: '軟' },
    } as const;
    const own = questionFor({ ...gap, prompt, right: '軟體', pairs }, { script: 'simplified' });
    expect(own.prompt).toMatchObject({
      sentence: [null, '坏了。'],
      hint: { length: 2, words: 1, first: '软' },
    });
  });

  it('stays as it is where two choices would become one', () => {
    const [one] = questions();
    if (one === undefined) throw new Error('there is no question');
    const choices = { language: 'zh', texts: ['鐘', '鍾', '茶', '水'], right: 0 } as const;
    const question: Question = { ...one, choices, right: '鐘' };
    expect(questionFor(question, { script: 'simplified' })).toBe(question);
  });
});

describe('a card in a reader’s own script', () => {
  it('has its word and its sentence in it, and is the same card', () => {
    const card = newCard(
      '1',
      { ...WORD, zh: '航海鐘', pair: { en: 'A clock.', zh: '航海鐘。' } },
      0,
    );
    const own = cardFor(card, { script: 'simplified' });
    expect(own.id).toBe(card.id);
    expect(simplifiedOnly(own.text.zh)).not.toEqual([]);
    expect(own.text.pair?.zh).toBe('航海钟。');
    expect(cardFor(card, { script: 'traditional' })).toBe(card);
    expect(
      cardFor({ ...card, text: { ...card.text, pair: null } }, { script: 'simplified' }).text.pair,
    ).toBeNull();
  });
});
