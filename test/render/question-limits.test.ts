import { ModalInteractionCallbackRequestSchema } from 'discord-api-spec/zod';
import { describe, expect, it } from 'vitest';
import { cardOf, newCard } from '../../src/quiz/card.ts';
import { makeQuestion } from '../../src/quiz/make.ts';
import type { Material } from '../../src/quiz/material.ts';
import { DIFFICULTIES, KINDS, type Kind, type Question } from '../../src/quiz/question.ts';
import { renderMisses, renderResult, renderTypedModal } from '../../src/render/quiz.ts';
import { renderReviewModal } from '../../src/render/review.ts';
import { modalProblems } from '../../src/sandbox/rules/modal-rules.ts';
import { checked } from '../../src/sandbox/rules/schema-check.ts';
import { wordsFor } from '../../src/words/index.ts';
import { shippedMaterials } from '../quiz/shipped.ts';
import { fullRound, holdMessage, messagesOf, SNOWFLAKE } from './question-messages.ts';

const SEEDS_EACH = 300;
/** Of so many questions one goes through Discord's schema, which is slow; all go through the rules. */
const SCHEMA_EVERY = 10;

const materials = await shippedMaterials();

const made = new Map<string, Question[]>();

/** The same questions for every language: they are made once. */
function questionsOf(material: Material, kind: Kind): Question[] {
  const name = `${material.article.id} ${kind}`;
  const questions = made.get(name) ?? makeQuestions(material, kind);
  made.set(name, questions);
  return questions;
}

function makeQuestions(material: Material, kind: Kind): Question[] {
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
