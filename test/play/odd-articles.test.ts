import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { Library } from '../../src/article/library.ts';
import { Questions } from '../../src/play/questions.ts';
import { DIFFICULTIES, KINDS } from '../../src/quiz/question.ts';
import { wordsFor } from '../../src/words/index.ts';
import { articleOf } from '../article/fixtures.ts';
import { roundOf } from '../quiz/fixtures.ts';
import { shippedMaterials, testAids } from '../quiz/shipped.ts';
import { holdMessage, messagesOf } from '../render/question-messages.ts';

const aids = await testAids();
const shipped = (await shippedMaterials()).map(({ article }) => article);
const paragraphs = shipped.flatMap((article) => article.paragraphs);
const joined = (language: 'en' | 'zh', count: number) =>
  paragraphs
    .slice(0, count)
    .map((one) =>
      one[language].replaceAll(/[.!?。！？]["”」]?\s*/g, language === 'en' ? ', ' : '，'),
    )
    .join('');
/** One sentence a side, far longer than any message. */
const ENDLESS = [
  `${joined('en', 20).slice(0, 6000)}.`,
  `${joined('zh', 20).slice(0, 2500)}。`,
] as const;
/** Sentences of about 1,500 characters. */
const LONG = [`${joined('en', 5).slice(0, 1500)}.`, `${joined('zh', 5).slice(0, 500)}。`] as const;
const MARKS = ['*_~`|>#[](<@1>)', '＊＿～《》「」<@1>'] as const;

/** Texts as servers send them: like ours, equal ones, endless ones, and nearly nothing. */
const text = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...paragraphs.map(({ en, zh }) => [en, zh] as const)) },
  fc.constantFrom(
    LONG,
    ENDLESS,
    MARKS,
    ['Tea. Tea. Tea. Tea.', '茶。茶。茶。茶。'] as const,
    ['Yes!', '好！'] as const,
    ['1, 2, 3', '１、２、３'] as const,
  ),
);

/** Asks a round of every kind and difficulty about `article`; what is asked fits Discord. */
async function play(article: Article, others: readonly Article[]): Promise<number> {
  const library = new Library({ articles: [article, ...others], bad: [] });
  const questions = new Questions(
    () => library,
    async () => aids,
  );
  let asked = 0;
  for (const kind of KINDS) {
    for (const difficulty of DIFFICULTIES) {
      const round = roundOf('race');
      const settings = { ...round.settings, kind, difficulty, articleId: article.id };
      const question = await questions.choose({ ...round, settings }, 1, []);
      if (question === null) continue;
      asked += 1;
      const texts = question.choices?.texts ?? [];
      expect(new Set(texts).size).toBe(texts.length);
      for (const language of ['en', 'zh-TW', 'zh-CN'] as const) {
        for (const body of messagesOf(wordsFor(language), question)) holdMessage(body, false);
      }
    }
  }
  return asked;
}

describe('an odd article', () => {
  it('gives questions that Discord takes, or none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 12 }), async (texts) => {
        await play(articleOf(texts, { id: 'odd' }), []);
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    [
      'equal sentences',
      Array.from({ length: 40 }, () => ['Tea is hot. Tea is hot.', '茶很燙。茶很燙。'] as const),
    ],
    ['sentences of 1,500 characters', Array.from({ length: 10 }, () => LONG)],
    ['one endless sentence', [ENDLESS]],
    ['a single word', [['Sea.', '海。'] as const]],
  ])('of %s is asked of as far as it goes', async (_, texts) => {
    expect(await play(articleOf(texts, { id: 'odd' }), shipped)).toBeGreaterThanOrEqual(0);
  });

  it('of one long paragraph can be asked words, blanks and its order', async () => {
    const whole = articleOf([[joinedAll('en'), joinedAll('zh')]], { id: 'whole' });
    expect(await play(whole, shipped)).toBeGreaterThan(9);
  });
});

function joinedAll(language: 'en' | 'zh'): string {
  return paragraphs.map((one) => one[language]).join(language === 'en' ? ' ' : '');
}
