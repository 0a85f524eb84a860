import { cardOf, newCard } from '../../src/quiz/card.ts';
import type { Scores } from '../../src/quiz/ports.ts';
import { digestOf } from '../../src/quiz/stored-question.ts';
import { paragraphNumbers } from '../../src/render/excerpt.ts';
import { renderNotice } from '../../src/render/message.ts';
import {
  type DeliveryName,
  dailyAnswerButton,
  dailyQuizButton,
  renderDailyQuestion,
  renderDailyVerdict,
} from '../../src/render/quiz-daily.ts';
import { questionFor } from '../../src/render/readers-script.ts';
import type { Words } from '../../src/words/index.ts';
import {
  type ComponentRequest,
  handle,
  privateReply,
  type Services,
  UserError,
  updateOrCopy,
  type Written,
} from '../command.ts';
import { soonOrLater } from '../in-time.ts';

/** What the custom_id of one of the buttons says. */
type Said<Button extends { read(id: string): unknown }> = NonNullable<ReturnType<Button['read']>>;

// After a start the first question of an article waits for what it is made of.

/** "Quiz me": one question about the excerpt, for the reader alone, once. */
export const quizMe = handle(dailyQuizButton, (said, request, services) =>
  soonOrLater(() => questionAbout(said, request, services)),
);

export const dailyAnswer = handle(dailyAnswerButton, (said, request, services) =>
  soonOrLater(() => verdictOn(said, request, services)),
);

async function questionAbout(
  [scheduleId, day, articleId, numbers]: Said<typeof dailyQuizButton>,
  request: ComponentRequest,
  services: Services,
): Promise<Written> {
  const name = { scheduleId, day };
  const { userId, guildId, words, preferences } = request;
  const answered = await services.scores.answersOf(idOf(name), userId);
  if (answered.length > 0) return privateReply(renderNotice(words.quiz.dailyAgain));
  const drawn = await services.questions.ofExcerpt(guildId, {
    articleId,
    numbers: paragraphNumbers(numbers),
    name: idOf(name),
  });
  if (drawn === null) throw new UserError(({ quiz }) => quiz.dailyGone);
  const question = questionFor(drawn.question, preferences);
  const digest = digestOf(drawn.question);
  return privateReply(renderDailyQuestion(words, name, { ...drawn, question, digest }));
}

async function verdictOn(
  [place, scheduleId, day, articleId, draw, digest]: Said<typeof dailyAnswerButton>,
  request: ComponentRequest,
  services: Services,
): Promise<Written> {
  const { userId: readerId, guildId, channelId, now, words } = request;
  const { questions, scores, cards } = services;
  const roundId = idOf({ scheduleId, day });
  const question = await questions.drawn(guildId, articleId, roundId, draw);
  // An update of the bot or of the article may have made another question of the same draw.
  if (question === null || digestOf(question) !== digest) {
    throw new UserError(({ quiz }) => quiz.dailyGone);
  }
  const verdict = await questions.judge(question, { by: 'choice', place });
  const right = verdict.result !== 'wrong';
  const where = { guildId, channelId, at: now, milliseconds: 0 };
  const points = verdict.score;
  const answer = { roundId, number: 1, readerId, right, points, ...where };
  if (!(await scores.record(answer))) return privateReply(renderNotice(words.quiz.dailyAgain));
  if (!right) await cards.save([newCard(readerId, cardOf(question), now)]);
  const shown = questionFor(question, request.preferences);
  return updateOrCopy(request, renderDailyVerdict(words, shown, verdict));
}

/** How the quiz of a delivery went, in one line for the next post; null when nobody answered. */
export async function dailyQuizLine(
  words: Words,
  name: DeliveryName,
  scores: Pick<Scores, 'tally'>,
): Promise<string | null> {
  const { answered, right } = await scores.tally(idOf(name));
  return answered === 0 ? null : words.quiz.dailyTally(answered, right);
}

function idOf({ scheduleId, day }: DeliveryName): string {
  return `daily:${scheduleId}:${day}`;
}
