import { MessageCreateRequestSchema } from 'discord-api-spec/zod';
import { expect } from 'vitest';
import { cardOf, newCard } from '../../src/quiz/card.ts';
import { cardQuestion } from '../../src/quiz/card-question.ts';
import type { Question } from '../../src/quiz/question.ts';
import type { Round } from '../../src/quiz/round.ts';
import type { MessageBody } from '../../src/render/message.ts';
import { renderQuestion, renderReveal, renderVerdict } from '../../src/render/quiz.ts';
import { renderDailyQuestion, renderDailyVerdict } from '../../src/render/quiz-daily.ts';
import { renderCard, renderGraded, renderShown } from '../../src/render/review.ts';
import { messageProblems } from '../../src/sandbox/rules/message-rules.ts';
import { breaksDiscord } from '../../src/sandbox/rules/rules.ts';
import { checked } from '../../src/sandbox/rules/schema-check.ts';
import type { Words } from '../../src/words/index.ts';
import { roundOf } from '../quiz/fixtures.ts';

export const SNOWFLAKE = '1234567890123456789';
const WRONG = { result: 'wrong', score: 0, notes: [], right: '', pairs: [] } as const;
/** The notes that can come together, with the longest beside them. */
const NOTED = {
  ...WRONG,
  result: 'accepted',
  notes: ['simplified', 'article', 'contraction', 'inflection', 'typing'],
} as const;
const DAILY = { scheduleId: 'abcdefghijklmnop', day: '2026-11-24+10' };
const DATES = {
  at: { again: 60_000, hard: 360_000, good: 86_400_000, easy: 400 * 86_400_000 },
  now: 0,
  zone: 'Asia/Taipei',
};

/** Five hundred right answers, each as long to tell as it gets. */
const ANSWERS = Array.from({ length: 500 }, (_, at) => ({
  readerId: `${BigInt(SNOWFLAKE) + BigInt(at)}`,
  right: true,
  points: 0.5,
  milliseconds: 299_900,
}));
const STANDINGS = ANSWERS.map(({ readerId }) => {
  return { readerId, points: 49.5, right: 50, answered: 50, fastest: 299_900 };
});

/** A round in its last question, in which many have answered: its texts are as long as they get. */
export function fullRound(mode: Round['settings']['mode'], { key }: Question): Round {
  const question = { key, number: 50, messageId: SNOWFLAKE, askedAt: 0, closesAt: 9 };
  const past = [{ ...question, answered: 500, right: 0 }];
  const played = { question, answers: ANSWERS, standings: STANDINGS, past };
  return { ...roundOf(mode, 50), id: 'zzzzzzzzzzzzzzzz', ...played };
}

/** Every message in which a question stands. */
export function messagesOf(words: Words, question: Question): MessageBody[] {
  const race = fullRound('race', question);
  const everyone = fullRound('everyone', question);
  const solo = fullRound('solo', question);
  const card = newCard(SNOWFLAKE, cardOf(question), 0);
  const again = { question, verdict: WRONG, grade: 'again', dates: DATES } as const;
  const daily = question.choices === null ? [] : [{ question, draw: 19_999, digest: 'abcd' }];
  return [
    renderQuestion(words, race, { number: 50 }, question, 1_800_000_000_000),
    renderQuestion(words, solo, { number: 50 }, question, null),
    renderReveal(words, race, question),
    renderReveal(words, everyone, question),
    renderVerdict(words, solo, 50, question, NOTED),
    ...daily.map((drawn) => renderDailyQuestion(words, DAILY, drawn)),
    renderDailyVerdict(words, question, NOTED),
    renderCard(words, card, cardQuestion(card, []), 999),
    renderCard(words, card, null, 999),
    renderShown(words, card, DATES),
    renderGraded(words, { ...card, memory: { ...card.memory, reps: 99_999 } }, again),
  ];
}

/** Holds a message to Discord's rules and, since that is slow, to its schema only when asked. */
export function holdMessage(body: MessageBody, bySchema: boolean): void {
  const { components, flags } = body;
  const state = { content: '', embeds: [], components, poll: false, stickers: 0, flags };
  const problems = messageProblems(state);
  if (problems.length > 0 || breaksDiscord(components)) {
    expect.fail(`${JSON.stringify(problems)} in ${JSON.stringify(body)}`);
  }
  if (bySchema) checked(MessageCreateRequestSchema, body);
}
