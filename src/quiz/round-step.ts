import type { QuestionKey } from './question.ts';
import {
  givesUp,
  PAUSE,
  RETRY,
  type Round,
  type RoundAnswer,
  type Standing,
  UNANSWERED_LIMIT,
} from './round.ts';

/** What can happen to a round. Every event of a question names its number: a late one changes nothing. */
export type RoundEvent =
  | { readonly kind: 'chosen'; readonly number: number; readonly key: QuestionKey }
  | { readonly kind: 'posted'; readonly number: number; readonly messageId: string }
  | {
      readonly kind: 'answered';
      readonly number: number;
      readonly readerId: string;
      readonly right: boolean;
      /** What a right answer is worth, from 0 to 1. */
      readonly worth: number;
    }
  | { readonly kind: 'explained'; readonly readerId: string }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'unmakeable' }
  | { readonly kind: 'time' }
  | { readonly kind: 'revealed'; readonly number: number }
  | { readonly kind: 'next' }
  | { readonly kind: 'result-shown' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'lost' };

/** What became of an answer; `null` for every other event. */
export type Outcome = 'right' | 'wrong' | 'late' | 'again' | 'told' | null;

export interface Step {
  readonly round: Round;
  readonly outcome: Outcome;
  /** The answer that counted, to be kept for scores. */
  readonly answer: (RoundAnswer & { readonly number: number }) | null;
}

/**
 * The round after `event` at `now`. Pure: whoever has the stored round goes on exactly here. A
 * first answer counts once a question and reader; in a race the first right one closes it.
 */
export function step(round: Round, event: RoundEvent, now: number): Step {
  if (round.phase === 'over') return still(round, event.kind === 'answered' ? 'late' : null);
  if (event.kind === 'answered') return answered(round, event, now);
  if (event.kind === 'explained') return explained(round, event.readerId);
  return still(after(round, event, now));
}

type Plain = Exclude<RoundEvent, { kind: 'answered' | 'explained' }>;

function after(round: Round, event: Plain, now: number): Round {
  switch (event.kind) {
    case 'chosen':
      return chosen(round, event.number, event.key, now);
    case 'posted':
      return posted(round, event.number, event.messageId, now);
    case 'time':
      return isOpen(round) && isPast(round, now) ? close(round, now) : round;
    case 'skipped':
      return isOpen(round) ? close(round, now, false) : round;
    case 'stopped':
      return end(round, 'stopped', now);
    case 'unmakeable':
      return end(round, 'no-question', now);
    case 'revealed':
      return revealed(round, event.number, now);
    case 'next':
      return round.phase === 'between' ? { ...round, wakeAt: now } : round;
    case 'failed':
      return failed(round, now);
    case 'lost':
      return { ...round, phase: 'over', ending: 'lost', wakeAt: null };
    case 'result-shown':
      return round.phase === 'ending' ? { ...round, phase: 'over', wakeAt: null } : round;
  }
}

function still(round: Round, outcome: Outcome = null): Step {
  return { round, outcome, answer: null };
}

/** Whether the last question still takes answers. */
function isOpen({ phase }: Pick<Round, 'phase'>): boolean {
  return phase === 'posting' || phase === 'asking';
}

function isPast({ question }: Round, now: number): boolean {
  return question?.closesAt != null && now >= question.closesAt;
}

function chosen(round: Round, number: number, key: QuestionKey, now: number): Round {
  if (round.phase !== 'between' || number !== (round.question?.number ?? 0) + 1) return round;
  const solo = round.settings.mode === 'solo';
  const asked = { key, number, messageId: null, askedAt: now, closesAt: null };
  return {
    ...round,
    phase: solo ? 'asking' : 'posting',
    wakeAt: solo ? null : now,
    question: asked,
    before: [...new Set([...round.answers.map(({ readerId }) => readerId), ...round.late])],
    late: [],
    answers: [],
    retries: 0,
  };
}

/** The question stands in the channel: its clock runs from now. */
function posted(round: Round, number: number, messageId: string, now: number): Round {
  const { question, settings } = round;
  if (question === null || question.number !== number || question.messageId !== null) return round;
  if (round.phase !== 'posting') return { ...round, question: { ...question, messageId } };
  const closesAt = settings.seconds === null ? null : now + settings.seconds * 1000;
  return {
    ...round,
    phase: 'asking',
    wakeAt: closesAt,
    question: { ...question, messageId, askedAt: now, closesAt },
    retries: 0,
  };
}

function answered(
  round: Round,
  { number, readerId, right, worth }: Extract<RoundEvent, { kind: 'answered' }>,
  now: number,
): Step {
  if (isOpen(round) && isPast(round, now)) {
    return still(cameLate(close(round, now), readerId), 'late');
  }
  const { question, settings } = round;
  if (!isOpen(round) || question === null || question.number !== number) {
    return still(cameLate(round, readerId), 'late');
  }
  if (round.answers.some((answer) => answer.readerId === readerId)) return still(round, 'again');
  const answer: RoundAnswer = {
    readerId,
    right,
    points: right ? worth : 0,
    milliseconds: Math.max(0, now - question.askedAt),
  };
  const next = {
    ...round,
    answers: [...round.answers, answer],
    standings: counted(round.standings, answer),
  };
  const done = settings.mode === 'solo' || (settings.mode === 'race' && right) || allIn(next);
  return {
    round: done ? close(next, now) : next,
    outcome: right ? 'right' : 'wrong',
    answer: { ...answer, number },
  };
}

function cameLate(round: Round, readerId: string): Round {
  const known = round.late.includes(readerId) || round.phase === 'over';
  return known ? round : { ...round, late: [...round.late, readerId] };
}

function counted(standings: readonly Standing[], answer: RoundAnswer): Standing[] {
  const { readerId, right, points, milliseconds } = answer;
  const old = standings.find((one) => one.readerId === readerId);
  const fastest = right ? Math.min(milliseconds, old?.fastest ?? milliseconds) : null;
  const now: Standing = {
    readerId,
    points: (old?.points ?? 0) + points,
    right: (old?.right ?? 0) + (right ? 1 : 0),
    answered: (old?.answered ?? 0) + 1,
    fastest: fastest ?? old?.fastest ?? null,
  };
  return [...standings.filter((one) => one !== old), now];
}

function allIn({ before, answers }: Round): boolean {
  const done = new Set(answers.map(({ readerId }) => readerId));
  return before.length > 0 && before.every((readerId) => done.has(readerId));
}

/** Ends the open question; the right answer is owed at once. What a reader ended was not left unanswered. */
function close(round: Round, now: number, byItself = true): Round {
  const { question, answers, settings } = round;
  if (question === null) return round;
  const unanswered = byItself && answers.length === 0 ? round.unanswered + 1 : 0;
  const ending = round.ending ?? (unanswered >= UNANSWERED_LIMIT ? 'unanswered' : null);
  const closed: Round = {
    ...round,
    phase: 'revealing',
    ending,
    wakeAt: now,
    past: [...round.past, { ...question, ...countsOf(answers) }],
    unanswered,
    retries: 0,
  };
  // A solo answer is revealed by the reply to it.
  return settings.mode === 'solo' ? revealed(closed, question.number, now) : closed;
}

function countsOf(answers: readonly RoundAnswer[]) {
  return { answered: answers.length, right: answers.filter(({ right }) => right).length };
}

function revealed(round: Round, number: number, now: number): Round {
  const { question, settings, ending } = round;
  if (round.phase !== 'revealing' || question?.number !== number) return round;
  const solo = settings.mode === 'solo';
  const why = ending ?? (number >= settings.questions ? 'complete' : null);
  if (why !== null) return { ...round, phase: 'ending', ending: why, wakeAt: now, retries: 0 };
  return { ...round, phase: 'between', wakeAt: solo ? null : now + PAUSE, retries: 0 };
}

function end(round: Round, ending: 'stopped' | 'no-question', now: number): Round {
  if (round.ending !== null) return round;
  // Whoever stops their own round has not missed the question that is open.
  const unanswered = round.settings.mode === 'solo' && round.answers.length === 0;
  if (isOpen(round) && !unanswered) return close({ ...round, ending }, now, false);
  if (round.phase === 'revealing') return { ...round, ending };
  return { ...round, phase: 'ending', ending, wakeAt: now };
}

/** Discord could not take something for the moment. */
function failed(round: Round, now: number): Round {
  if (givesUp(round)) return { ...round, phase: 'over', ending: 'lost', wakeAt: null };
  return { ...round, retries: round.retries + 1, wakeAt: now + RETRY };
}

function explained(round: Round, readerId: string): Step {
  if (round.explained.includes(readerId)) return still(round);
  return still({ ...round, explained: [...round.explained, readerId] }, 'told');
}

/** The round without any trace of `readerId`, who wants to be forgotten. */
export function withoutReader(round: Round, readerId: string): Round {
  const others = <Trace extends { readerId: string }>(traces: readonly Trace[]) =>
    traces.filter((trace) => trace.readerId !== readerId);
  return {
    ...round,
    startedBy: round.startedBy === readerId ? '' : round.startedBy,
    answers: others(round.answers),
    standings: others(round.standings),
    before: round.before.filter((id) => id !== readerId),
    late: round.late.filter((id) => id !== readerId),
    explained: round.explained.filter((id) => id !== readerId),
  };
}
