import type { Happened } from '../../src/play/rounds.ts';
import type { Given, Question } from '../../src/quiz/question.ts';
import { renderNotice } from '../../src/render/message.ts';
import { notesText } from '../../src/render/question.ts';
import {
  quizAnswerButton,
  quizTypeButton,
  quizTypedModal,
  renderTypedModal,
  renderVerdict,
} from '../../src/render/quiz.ts';
import { questionFor, verdictFor } from '../../src/render/readers-script.ts';
import { type Words, wordsFor } from '../../src/words/index.ts';
import {
  type Answer,
  type AnswerRequest,
  handle,
  type ModalRequest,
  privateReply,
  type Reply,
  type Request,
  type Services,
  UserError,
  updateOrCopy,
} from '../command.ts';

export const answerButton = handle(quizAnswerButton, ([id, number, place], request, services) =>
  answerPrivately(id, number, { by: 'choice', place }, request, services),
);

export const typeButton = handle(quizTypeButton, async ([id, number], request, services) => {
  const { words, preferences } = request;
  const question = questionFor(await questionOf(id, number, services), preferences);
  return { kind: 'modal', modal: renderTypedModal(words, id, number, question) };
});

export const typedModal = handle<[string, number], ModalRequest>(
  quizTypedModal,
  ([id, number], request, services) => {
    const given: Given = { by: 'text', text: request.fields.answer ?? '' };
    return answerPrivately(id, number, given, request, services);
  },
);

/** An answer by a reply to the question: a reaction, and a short reply. */
export async function answerByReply(
  { userId, repliedTo, text, now }: AnswerRequest,
  { roundStore, rounds }: Services,
): Promise<Answer | null> {
  const found = repliedTo === null ? null : await roundStore.byMessage(repliedTo);
  if (found === null) return null;
  const { id, number } = found;
  if (text === null) {
    const told = await rounds.happen(id, { kind: 'explained', readerId: userId }, now);
    if (told?.outcome !== 'told') return {};
    return { body: renderNotice(wordsFor(told.round.language).quiz.noPing) };
  }
  const given: Given = { by: 'text', text };
  const happened = await rounds.happen(id, { kind: 'given', number, readerId: userId, given }, now);
  return happened === null ? {} : replyTo(happened);
}

const REACTIONS = { right: '✅', wrong: '❌', late: '⌛', again: '☝️', told: 'ℹ️' } as const;

function replyTo(happened: Happened): Answer {
  const { round, outcome } = happened;
  if (outcome === null) return {};
  const words = wordsFor(round.language);
  const counts = outcome === 'right' || outcome === 'wrong';
  // Others still answer: nothing public may tell them what is right.
  if (round.settings.mode === 'everyone' && counts) return { reaction: '📥' };
  const reaction = REACTIONS[outcome];
  return outcome === 'late'
    ? { reaction }
    : { reaction, body: renderNotice(saidOf(words, happened)) };
}

async function answerPrivately(
  id: string,
  number: number,
  given: Given,
  request: Request & { readonly own: boolean },
  { rounds }: Services,
): Promise<Reply> {
  const { userId: readerId, now, words } = request;
  const happened = await rounds.happen(id, { kind: 'given', number, readerId, given }, now);
  if (happened === null) throw new UserError(({ quiz }) => quiz.gone);
  const { round, question, verdict, outcome } = happened;
  const counts = outcome === 'right' || outcome === 'wrong';
  if (round.settings.mode === 'solo' && counts && question !== null && verdict !== null) {
    const { preferences } = request;
    const shown = questionFor(question, preferences);
    const said = verdictFor(verdict, preferences);
    return updateOrCopy(request, renderVerdict(words, round, number, shown, said));
  }
  return privateReply(renderNotice(saidOf(words, happened)));
}

/** What is said of an answer while others may still answer. */
function saidOf({ quiz, ...words }: Words, { round, outcome, verdict }: Happened): string {
  if (outcome === 'again') return quiz.again;
  if (outcome !== 'right' && outcome !== 'wrong') return quiz.late;
  if (round.settings.mode === 'everyone') return quiz.counted;
  const said = outcome === 'wrong' ? quiz.notRight : quiz.takesPoint;
  const notes = verdict === null ? '' : notesText({ quiz, ...words }, verdict);
  return notes === '' ? said : `${said}\n-# ${notes}`;
}

/** The open question of a round; a UserError when it is closed. */
async function questionOf(id: string, number: number, { roundStore }: Services): Promise<Question> {
  const round = (await roundStore.byId(id))?.round;
  if (round === undefined) throw new UserError(({ quiz }) => quiz.gone);
  const open = round.phase === 'asking' || round.phase === 'posting';
  const asked = open && round.question?.number === number;
  const question = asked ? await roundStore.question(id, number) : null;
  if (question === null) throw new UserError(({ quiz }) => quiz.late);
  return question;
}
