import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Excerpt } from '../daily/sequence.ts';
import type { Question, Verdict } from '../quiz/question.ts';
import type { Words } from '../words/index.ts';
import { defineCustomId } from './custom-id.ts';
import { EXCERPT_PARTS, excerptParts } from './excerpt.ts';
import { button, container, type MessageBody, messageOf, textDisplay } from './message.ts';
import { answerRow, answerTexts, questionTexts, verdictText } from './question.ts';

/** A delivery's name: its schedule and its day. */
const NAME = [
  z.string().regex(/^[\w-]{1,16}$/),
  z.string().regex(/^\d{4}-\d\d-\d\d(?:\+\d{1,2})?$/),
] as const;

export interface DeliveryName {
  readonly scheduleId: string;
  readonly day: string;
}

/** "Quiz me" under a post: the delivery's name and its excerpt. */
export const dailyQuizButton = defineCustomId('dquiz', z.tuple([...NAME, ...EXCERPT_PARTS]));
/** The choice at a place; the last two tell which question of the article it was: its draw and its digest. */
export const dailyAnswerButton = defineCustomId(
  'dquiz-a',
  z.tuple([
    z
      .string()
      .regex(/^[0-3]$/)
      .transform(Number),
    ...NAME,
    EXCERPT_PARTS[0],
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number),
    z.string().regex(/^[0-9a-f]{4}$/),
  ]),
);

/** The button that goes under the post of a schedule with a quiz. */
export function quizMeButton(
  words: Words,
  { scheduleId, day }: DeliveryName,
  excerpt: Excerpt,
): APIButtonComponentWithCustomId {
  const id = dailyQuizButton.write(scheduleId, day, ...excerptParts(excerpt));
  return button(id, words.quiz.dailyQuiz, { emoji: '❓' });
}

/** A question as it is shown; `digest` is that of the question as it was drawn. */
interface Drawn {
  readonly question: Question;
  readonly draw: number;
  readonly digest: string;
}

/** The question about an excerpt, for one reader. */
export function renderDailyQuestion(
  words: Words,
  { scheduleId, day }: DeliveryName,
  { question, draw, digest }: Drawn,
): MessageBody {
  const { article } = question.key;
  const ids = {
    choice: (place: number) =>
      dailyAnswerButton.write(place, scheduleId, day, article, draw, digest),
    type: '',
  };
  return messageOf([
    container([`-# ${words.quiz.dailyOnce}`, ...questionTexts(words, question)].map(textDisplay)),
    answerRow(words, question, ids),
  ]);
}

/** How the reader's answer was judged, with the right one. */
export function renderDailyVerdict(
  words: Words,
  question: Question,
  verdict: Verdict,
): MessageBody {
  const texts = [verdictText(words, verdict), ...answerTexts(words, question)];
  return messageOf([container(texts.map(textDisplay))]);
}
