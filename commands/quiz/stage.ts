import type { Clock } from '../../src/clock/clock.ts';
import type { Shown, Stage } from '../../src/play/stage.ts';
import type { NumberedQuestion } from '../../src/quiz/ports.ts';
import type { Question } from '../../src/quiz/question.ts';
import type { Round } from '../../src/quiz/round.ts';
import { renderQuestion, renderResult, renderReveal } from '../../src/render/quiz.ts';
import { wordsFor } from '../../src/words/index.ts';
import { type Outbox, OutboxError } from '../outbox.ts';

/** Shows rounds in their channels as ordinary messages of the bot, which members can reply to. */
export function quizStage(outbox: Outbox, clock: Clock): Stage {
  return {
    ask: (round, question) => {
      const { seconds } = round.settings;
      const asked = round.question ?? { number: 1 };
      const closesAt = seconds === null ? null : clock.now() + seconds * 1000;
      const body = renderQuestion(wordsFor(round.language), round, asked, question, closesAt);
      const nonce = `quiz-${round.id}-${asked.number}`;
      return shown(() => outbox.post(round.channelId, body, { nonce }));
    },

    reveal: (round, question) => {
      const id = round.question?.messageId ?? '';
      const body = renderReveal(wordsFor(round.language), round, question);
      return shown(async () => {
        await outbox.edit(round.channelId, id, body).catch(unlessDeleted);
        return { id };
      });
    },

    result: (round, questions) => {
      const missed = missedOf(round, questions);
      const body = renderResult(wordsFor(round.language), round, missed);
      return shown(() => outbox.post(round.channelId, body, { nonce: `quiz-${round.id}-end` }));
    },
  };
}

/** The questions that nobody answered right. */
export function missedOf(
  { past }: Pick<Round, 'past'>,
  questions: readonly NumberedQuestion[],
): Question[] {
  const missed = new Set(past.filter(({ right }) => right === 0).map(({ number }) => number));
  return questions.filter(({ number }) => missed.has(number)).map(({ question }) => question);
}

/** A question that somebody deleted needs no answer in its place. */
function unlessDeleted(error: unknown): void {
  if (!(error instanceof OutboxError && error.reason === 'unknown-message')) throw error;
}

async function shown(show: () => Promise<{ readonly id: string }>): Promise<Shown> {
  try {
    const { id } = await show();
    return { kind: 'shown', messageId: id };
  } catch (error) {
    if (!(error instanceof OutboxError)) throw error;
    return { kind: error.permanent ? 'gone' : 'later' };
  }
}
