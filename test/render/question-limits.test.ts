import {
  MessageCreateRequestSchema,
  ModalInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import { describe, expect, it } from 'vitest';
import { cardOf, newCard } from '../../src/quiz/card.ts';
import { cardQuestion } from '../../src/quiz/card-question.ts';
import { makeQuestion } from '../../src/quiz/make.ts';
import type { Material } from '../../src/quiz/material.ts';
import { DIFFICULTIES, KINDS, type Kind, type Question } from '../../src/quiz/question.ts';
import type { Round } from '../../src/quiz/round.ts';
import type { MessageBody } from '../../src/render/message.ts';
import {
  renderMisses,
  renderQuestion,
  renderResult,
  renderReveal,
  renderTypedModal,
  renderVerdict,
} from '../../src/render/quiz.ts';
import { renderDailyQuestion, renderDailyVerdict } from '../../src/render/quiz-daily.ts';
import {
  renderCard,
  renderGraded,
  renderReviewModal,
  renderShown,
} from '../../src/render/review.ts';
import { messageProblems } from '../../src/sandbox/rules/message-rules.ts';
import { modalProblems } from '../../src/sandbox/rules/modal-rules.ts';
import { breaksDiscord } from '../../src/sandbox/rules/rules.ts';
import { checked } from '../../src/sandbox/rules/schema-check.ts';
import { type Words, wordsFor } from '../../src/words/index.ts';
import { roundOf } from '../quiz/fixtures.ts';
import { shippedMaterials } from '../quiz/shipped.ts';

const SEEDS_EACH = 300;
/** Of so many questions one goes through Discord's schema, which is slow; all go through the rules. */
const SCHEMA_EVERY = 10;
const SNOWFLAKE = '1234567890123456789';
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

const materials = await shippedMaterials();

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
function fullRound(mode: Round['settings']['mode'], { key }: Question): Round {
  const question = { key, number: 50, messageId: SNOWFLAKE, askedAt: 0, closesAt: 9 };
  const past = [{ ...question, answered: 500, right: 0 }];
  const played = { question, answers: ANSWERS, standings: STANDINGS, past };
  return { ...roundOf(mode, 50), id: 'zzzzzzzzzzzzzzzz', ...played };
}

function questionsOf(material: Material, kind: Kind): Question[] {
  return Array.from({ length: SEEDS_EACH }, (_, index) => {
    const difficulty = DIFFICULTIES[index % DIFFICULTIES.length] ?? 'normal';
    const seed = Math.imul(index + 1, 0x85ebca6b) >>> 0;
    const { article, revision } = material;
    const key = { article: article.id, revision, kind, difficulty, learning: null, seed };
    const question = makeQuestion(material, key);
    if (question === null) throw new Error(`no ${kind} in ${article.id} for ${seed}`);
    return question;
  });
}

/** Every message in which a question stands. */
function messagesOf(words: Words, question: Question): MessageBody[] {
  const race = fullRound('race', question);
  const everyone = fullRound('everyone', question);
  const solo = fullRound('solo', question);
  const card = newCard(SNOWFLAKE, cardOf(question), 0);
  const again = { question, verdict: WRONG, grade: 'again', dates: DATES } as const;
  const daily = question.choices === null ? [] : [{ question, draw: 3999 }];
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

function holdMessage(body: MessageBody, bySchema: boolean): void {
  const { components, flags } = body;
  const state = { content: '', embeds: [], components, poll: false, stickers: 0, flags };
  const problems = messageProblems(state);
  if (problems.length > 0 || breaksDiscord(components)) {
    expect.fail(`${JSON.stringify(problems)} in ${JSON.stringify(body)}`);
  }
  if (bySchema) checked(MessageCreateRequestSchema, body);
}

describe.each(['en', 'zh-TW', 'zh-CN'] as const)('in %s', (language) => {
  const words = wordsFor(language);

  it.each(KINDS)(
    'every message with a question of the kind %s is one that Discord takes',
    (kind) => {
      for (const material of materials) {
        const questions = questionsOf(material, kind);
        for (const [index, question] of questions.entries()) {
          const bySchema = index % SCHEMA_EVERY === 0;
          for (const body of messagesOf(words, question)) holdMessage(body, bySchema);
          if (question.choices !== null || !bySchema) continue;
          const card = newCard(SNOWFLAKE, cardOf(question), 0);
          for (const modal of [
            renderTypedModal(words, 'zzzzzzzzzzzzzzzz', 50, question),
            renderReviewModal(words, card, question),
          ]) {
            const { data } = checked(ModalInteractionCallbackRequestSchema, {
              type: 9,
              data: modal,
            });
            expect(modalProblems(data)).toEqual([]);
          }
        }
        for (let from = 0; from < questions.length; from += 50) {
          const missed = questions.slice(from, from + 50);
          const [first] = missed;
          if (first === undefined) continue;
          holdMessage(renderMisses(words, missed), true);
          holdMessage(renderResult(words, fullRound('race', first), missed), true);
          holdMessage(renderResult(words, fullRound('solo', first), missed), true);
        }
      }
    },
  );
});
