import type { NumberedQuestion } from '../quiz/ports.ts';
import type { Question } from '../quiz/question.ts';
import type { Round } from '../quiz/round.ts';

/**
 * What became of something that was to be shown in a channel: it stands there, it may be tried
 * again, or the channel is gone or closed to the bot for good.
 */
export type Shown =
  | { readonly kind: 'shown'; readonly messageId: string }
  | { readonly kind: 'later' }
  | { readonly kind: 'gone' };

/** The channel a round is played in, as the round sees it. No call rejects; all may come twice. */
export interface Stage {
  ask(round: Round, question: Question): Promise<Shown>;
  /** Shows the right answer in the place of the question. */
  reveal(round: Round, question: Question): Promise<Shown>;
  /** `questions` are those that were asked, in order. */
  result(round: Round, questions: readonly NumberedQuestion[]): Promise<Shown>;
}
