import {
  type Card,
  dates,
  type Grade,
  gradeFrom,
  regrade,
  review,
  stageOf,
  undo,
} from '../src/quiz/card.ts';
import { cardQuestion } from '../src/quiz/card-question.ts';
import type { Given, Question } from '../src/quiz/question.ts';
import type { MessageBody } from '../src/render/message.ts';
import { cardFor, questionFor, verdictFor } from '../src/render/readers-script.ts';
import {
  type Dates,
  renderCard,
  renderGraded,
  renderNoCard,
  renderReviewModal,
  renderShown,
  reviewAnswerButton,
  reviewButton,
  reviewCardButton,
  reviewGradeButton,
  reviewTypeButton,
  reviewTypedModal,
} from '../src/render/review.ts';
import {
  handle,
  type ModalRequest,
  type Reply,
  type Request,
  type Services,
  UserError,
  updateOrCopy,
  type Written,
} from './command.ts';
import { soonOrLater } from './in-time.ts';
import { zoneOf } from './reader-zone.ts';

type Own = Request & { readonly own: boolean };

/** Asks the card that is due first, or says that none is. */
export async function askNext(
  request: Request,
  services: Services,
  reply: (body: MessageBody) => Written,
  nothing: 'nothingDue' | 'done' = 'nothingDue',
): Promise<Written> {
  const { userId, guildId, words, now } = request;
  const { card, count, next } = await services.cards.due(userId, now);
  if (card === null) {
    const text = next === null ? words.review.noCards : words.review[nothing];
    return reply(renderNoCard(words, { text, next }));
  }
  return reply(rendered(card, count, await questionOf(card, guildId, services), request));
}

/** A card as it is asked, in its reader's script. */
function rendered(
  card: Card,
  due: number,
  question: Question | null,
  { words, preferences }: Request,
): MessageBody {
  const shown = question === null ? null : questionFor(question, preferences);
  return renderCard(words, cardFor(card, preferences), shown, due);
}

/** Asks a card again whose review was taken back. */
async function askAgain(card: Card, request: Own, services: Services): Promise<Reply> {
  const { guildId, now, userId } = request;
  const { count } = await services.cards.due(userId, now);
  const question = await questionOf(card, guildId, services);
  return updateOrCopy(request, rendered(card, count, question, request));
}

export const REVIEW_BUTTONS = [
  handle(reviewButton, ([what], request, services) =>
    what === 'stop'
      ? stopped(request, services)
      : soonOrLater(() =>
          askNext(
            request,
            services,
            (body) => updateOrCopy(request, body),
            what === 'next' ? 'done' : 'nothingDue',
          ),
        ),
  ),

  handle(reviewAnswerButton, async ([id, reps, place, right], request, services) => {
    const card = await askedCard(id, reps, request, services);
    const question = await questionOf(card, request.guildId, services);
    const score = place === right ? 1 : 0;
    const result = place === right ? 'exact' : 'wrong';
    const pairs = question?.pairs ?? [];
    const verdict = { result, score, notes: [], right: question?.right ?? '', pairs } as const;
    return graded(card, gradeFrom(verdict), { question, verdict }, request, services);
  }),

  handle(reviewTypeButton, async ([id, reps], request, services): Promise<Reply> => {
    const card = await askedCard(id, reps, request, services);
    const question = await questionOf(card, request.guildId, services);
    if (question === null) throw new UserError((words) => words.review.stale);
    const shown = questionFor(question, request.preferences);
    return { kind: 'modal', modal: renderReviewModal(request.words, card, shown) };
  }),

  handle(reviewCardButton, async ([what, id, reps], request, services): Promise<Reply> => {
    if (what === 'show') {
      const card = await askedCard(id, reps, request, services);
      const shown = await datesOf(card.memory, request.now, request, services);
      const own = cardFor(card, request.preferences);
      return updateOrCopy(request, renderShown(request.words, own, shown));
    }
    const card = await askedCard(id, reps + 1, request, services);
    const before = undo(card);
    if (before === null || !(await services.cards.change(before, reps + 1))) throw stale();
    return askAgain(before, request, services);
  }),

  handle(reviewGradeButton, async ([grade, id, reps], request, services) => {
    const card = await services.cards.byId(request.userId, id);
    if (card === null) throw new UserError((words) => words.review.goneCard);
    if (card.memory.reps === reps) return graded(card, grade, NOTHING, request, services);
    const corrected = regrade(card, grade);
    if (card.memory.reps !== reps + 1 || corrected === card) throw stale();
    if (!(await services.cards.change(corrected, reps + 1))) throw stale();
    const asked = { ...corrected, memory: corrected.before ?? corrected.memory };
    const question = await questionOf(asked, request.guildId, services);
    return showGraded(corrected, grade, { question, verdict: null }, request, services);
  }),
];

export const typedCard = handle<[string, number], ModalRequest>(
  reviewTypedModal,
  async ([id, reps], request, services) => {
    const card = await askedCard(id, reps, request, services);
    const question = await questionOf(card, request.guildId, services);
    if (question === null) throw stale();
    const given: Given = { by: 'text', text: request.fields.answer ?? '' };
    const verdict = await services.questions.judge(question, given);
    return graded(card, gradeFrom(verdict), { question, verdict }, request, services);
  },
);

type Answered = Pick<Parameters<typeof renderGraded>[2], 'question' | 'verdict'>;
const NOTHING: Answered = { question: null, verdict: null };

/** Keeps a review, and shows what was counted. */
async function graded(
  card: Card,
  grade: Grade,
  answered: Answered,
  request: Own,
  services: Services,
): Promise<Reply> {
  const after = review(card, grade, request.now);
  if (!(await services.cards.change(after, card.memory.reps))) throw stale();
  return showGraded(after, grade, answered, request, services);
}

async function showGraded(
  card: Card,
  grade: Grade,
  answered: Answered,
  request: Own,
  services: Services,
): Promise<Reply> {
  const { before, memory } = card;
  const { words, preferences } = request;
  const at = await datesOf(before ?? memory, memory.lastReview ?? request.now, request, services);
  const verdict = answered.verdict && verdictFor(answered.verdict, preferences);
  const question = answered.question && questionFor(answered.question, preferences);
  const view = { question, verdict, grade, dates: at };
  return updateOrCopy(request, renderGraded(words, cardFor(card, preferences), view));
}

async function datesOf(
  memory: Card['memory'],
  now: number,
  request: Request,
  services: Services,
): Promise<Dates> {
  return { at: dates(memory, now), now, zone: await zoneOf(request.userId, request, services) };
}

async function stopped(request: Own, { cards }: Services): Promise<Reply> {
  const { count, next } = await cards.due(request.userId, request.now);
  const text = request.words.review.stopped(count);
  const later = count === 0 ? next : null;
  return updateOrCopy(request, renderNoCard(request.words, { text, next: later }));
}

/** The reader's card as it was asked; a UserError when it was answered or removed since. */
async function askedCard(
  id: string,
  reps: number,
  { userId }: Request,
  { cards }: Services,
): Promise<Card> {
  const card = await cards.byId(userId, id);
  if (card === null) throw new UserError((words) => words.review.goneCard);
  if (card.memory.reps !== reps) throw stale();
  return card;
}

function stale(): UserError {
  return new UserError((words) => words.review.stale);
}

/** What a card asks, with wrong choices from the reader's other cards and from its article. */
async function questionOf(
  card: Card,
  guildId: string | null,
  { cards, questions }: Services,
): Promise<Question | null> {
  // What is typed has no choices, and nearly all articles have rivals enough: the rest costs most.
  if (stageOf(card) === 'produce') return cardQuestion(card, []);
  const rivals = await questions.rivals(guildId, card.text);
  const question = cardQuestion(card, [], rivals);
  if (question !== null) return question;
  const others = (await cards.of(card.readerId)).filter(({ id }) => id !== card.id);
  const more = await questions.pool(guildId, card.text.articleId, card.id);
  return cardQuestion(card, [...others.map(({ text }) => text), ...more], rivals);
}
