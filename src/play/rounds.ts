import type { Clock } from '../clock/clock.ts';
import { wakeAt } from '../clock/wake.ts';
import { cardOf, newCard } from '../quiz/card.ts';
import type { Cards, CountedAnswer, Rounds as RoundStore } from '../quiz/ports.ts';
import type { Given, Question, Verdict } from '../quiz/question.ts';
import { type Owed, owed, RETRY, type Round } from '../quiz/round.ts';
import { type Outcome, type RoundEvent, step } from '../quiz/round-step.ts';
import type { Questions } from './questions.ts';
import type { Shown, Stage } from './stage.ts';

/** An answer as it was given; it is judged when its turn comes. */
type GivenAnswer = {
  readonly kind: 'given';
  readonly number: number;
  readonly readerId: string;
  readonly given: Given;
};
/** What a round is told of; answers come in as they were given. */
type Told = Exclude<RoundEvent, { kind: 'answered' }>;
type Happening = GivenAnswer | Told;

/** What became of something that happened to a round. */
export interface Happened {
  /** The round after it. */
  readonly round: Round;
  readonly outcome: Outcome;
  /** For an answer: what was asked and how it was judged, if it still could be. */
  readonly question: Question | null;
  readonly verdict: Verdict | null;
}

interface Waiting {
  readonly what: Happening;
  readonly now: number;
  readonly tell: (happened: Happened | null) => void;
  readonly fail: (error: unknown) => void;
}

export interface RoundsNeed {
  readonly store: RoundStore;
  readonly cards: Pick<Cards, 'save'>;
  readonly questions: Questions;
  readonly stage: Stage;
  readonly clock: Clock;
  readonly warn: (error: unknown, roundId: string) => void;
  readonly ended: (round: Round) => void;
}

/**
 * Plays rounds: takes what happens, one batch after the other a round, keeps the state before it
 * shows anything, and does what a round owes when its time has come. All state is in the store, so
 * any process can go on with it.
 */
export class Rounds {
  readonly #need: RoundsNeed;
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #wakes = new Map<string, () => void>();
  readonly #busy = new Map<string, Promise<void>>();
  #open = true;

  constructor(need: RoundsNeed) {
    this.#need = need;
  }

  /** Goes on with every round that was going on when the bot ended. */
  async resume(): Promise<void> {
    for (const round of await this.#need.store.goingOn()) this.#attend(round);
  }

  /** Begins a round; false when one goes on in its place. */
  async begin(round: Round): Promise<boolean> {
    const added = await this.#need.store.add(round);
    if (added) this.#attend(round);
    return added;
  }

  /** Wakes no round any more, and waits for what is being shown. */
  async close(): Promise<void> {
    this.#open = false;
    for (const cancel of this.#wakes.values()) cancel();
    this.#wakes.clear();
    await Promise.allSettled(this.#busy.values());
  }

  /** Lets something happen to a round at `now`; null when there is no such round. */
  happen(id: string, what: Happening, now: number): Promise<Happened | null> {
    const { promise, resolve, reject } = Promise.withResolvers<Happened | null>();
    const waiting = { what, now, tell: resolve, fail: reject };
    const others = this.#waiting.get(id);
    if (others !== undefined) {
      others.push(waiting);
    } else {
      this.#waiting.set(id, [waiting]);
      void this.#drain(id);
    }
    return promise;
  }

  /** Asks the next question of a solo round; null when the round has no more. */
  async nextSolo(id: string, now: number): Promise<{ round: Round; question: Question } | null> {
    const before = await this.happen(id, { kind: 'next' }, now);
    if (before === null) return null;
    const { questions } = this.#need;
    if (before.round.phase === 'between') {
      const number = (before.round.question?.number ?? 0) + 1;
      const key = await questions.choose(before.round, number);
      const event = key === null ? ({ kind: 'unmakeable' } as const) : chosen(number, key);
      await this.happen(id, event, now);
    }
    const round = (await this.#need.store.byId(id))?.round;
    if (round?.phase !== 'asking' || round.question === null) return null;
    const question = await questions.of(round.guildId, round.question.key);
    return question === null ? null : { round, question };
  }

  /** Takes what waits in batches: what comes while one is being kept is the next. Never rejects. */
  async #drain(id: string): Promise<void> {
    for (;;) {
      const batch = this.#waiting.get(id)?.splice(0) ?? [];
      if (batch.length === 0) {
        this.#waiting.delete(id);
        return;
      }
      try {
        await this.#take(id, batch);
      } catch (error) {
        for (const { fail } of batch) fail(error);
      }
    }
  }

  async #take(id: string, batch: readonly Waiting[]): Promise<void> {
    const { store } = this.#need;
    for (;;) {
      const stored = await store.byId(id);
      if (stored === null) {
        for (const { tell } of batch) tell(null);
        return;
      }
      const { round, answers, missed, told } = await this.#play(stored.round, batch);
      const kept = round === stored.round || (await store.save(round, stored.version, answers));
      // Somebody else was faster: what happened is looked at again from where the round stands now.
      if (!kept) continue;
      if (missed.length > 0) await this.#need.cards.save(missed);
      for (const [index, { tell }] of batch.entries()) tell(told[index] ?? null);
      if (round !== stored.round) this.#attend(round);
      return;
    }
  }

  async #play(before: Round, batch: readonly Waiting[]) {
    let round = before;
    const answers: CountedAnswer[] = [];
    const missed: ReturnType<typeof newCard>[] = [];
    const told: Happened[] = [];
    const judging = new Map<string, Promise<Question | null>>();
    for (const { what, now } of batch) {
      const { question, verdict, event } = await this.#judged(round, what, judging);
      const after = step(round, event, now);
      round = after.round;
      told.push({ round, outcome: after.outcome, question, verdict });
      if (after.answer === null) continue;
      const { guildId, channelId, id: roundId } = round;
      answers.push({ ...after.answer, roundId, guildId, channelId, at: now });
      const { readerId, right } = after.answer;
      if (!right && question !== null) missed.push(newCard(readerId, cardOf(question), now));
    }
    return { round, answers, missed, told };
  }

  async #judged(
    round: Round,
    what: Happening,
    made: Map<string, Promise<Question | null>>,
  ): Promise<{ question: Question | null; verdict: Verdict | null; event: RoundEvent }> {
    if (what.kind !== 'given') return { question: null, verdict: null, event: what };
    const { number, readerId, given } = what;
    const asked = [...round.past, ...(round.question === null ? [] : [round.question])];
    const key = asked.find((one) => one.number === number)?.key ?? null;
    const { questions } = this.#need;
    const id = String(number);
    if (key !== null && !made.has(id)) made.set(id, questions.of(round.guildId, key));
    const question = (await made.get(id)) ?? null;
    const verdict = question === null ? null : await questions.judge(question, given);
    const right = verdict !== null && verdict.result !== 'wrong';
    const worth = verdict?.score ?? 0;
    // A question that can no longer be made takes no answers: it was another article's.
    const numbered = question === null ? 0 : number;
    return {
      question,
      verdict,
      event: { kind: 'answered', number: numbered, readerId, right, worth },
    };
  }

  /** Sees to what the round owes: now, when its time comes, or after what is being done. */
  #attend(round: Round): void {
    const { id } = round;
    this.#wakes.get(id)?.();
    this.#wakes.delete(id);
    if (!this.#open || round.settings.mode === 'solo') return;
    if (round.phase === 'over') {
      this.#need.ended(round);
      return;
    }
    if (this.#busy.has(id) || round.wakeAt === null) return;
    this.#wakes.set(
      id,
      wakeAt(this.#need.clock, round.wakeAt, () => this.#wake(id)),
    );
  }

  #wake(id: string): void {
    if (this.#busy.has(id)) return;
    const work = this.#doOwed(id)
      .catch((error: unknown) => this.#need.warn(error, id))
      .finally(() => this.#goOn(id));
    this.#busy.set(id, work);
  }

  /** After something was done: on to what is owed next, or to another try when the store failed. */
  async #goOn(id: string): Promise<void> {
    const { store, clock, warn } = this.#need;
    try {
      const stored = await store.byId(id);
      this.#busy.delete(id);
      if (stored !== null && stored.round.phase !== 'over') this.#attend(stored.round);
    } catch (error) {
      this.#busy.delete(id);
      warn(error, id);
      if (!this.#open) return;
      this.#wakes.set(
        id,
        wakeAt(clock, clock.now() + RETRY, () => this.#wake(id)),
      );
    }
  }

  async #doOwed(id: string): Promise<void> {
    const { store, clock } = this.#need;
    const stored = await store.byId(id);
    const due = stored === null ? null : owed(stored.round, clock.now());
    if (stored === null || due === null) return;
    let event: Told;
    try {
      event = await this.#done(stored.round, due);
    } catch (error) {
      this.#need.warn(error, id);
      event = { kind: 'failed' };
    }
    await this.happen(id, event, clock.now());
  }

  async #done(round: Round, due: Owed): Promise<Told> {
    const { questions, stage } = this.#need;
    if (due.kind === 'close') return { kind: 'time' };
    if (due.kind === 'choose') {
      const key = await questions.choose(round, due.number);
      return key === null ? { kind: 'unmakeable' } : chosen(due.number, key);
    }
    if (due.kind === 'result') {
      const shown = await stage.result(round, await questions.asked(round));
      return shown.kind === 'shown' ? { kind: 'result-shown' } : unshown(shown);
    }
    const { number, key } = due.question;
    const question = await questions.of(round.guildId, key);
    // The article was changed while the bot was away: the question is passed over.
    if (question === null) {
      return round.phase === 'posting' ? { kind: 'skipped' } : { kind: 'revealed', number };
    }
    const shown = await (due.kind === 'post'
      ? stage.ask(round, question)
      : stage.reveal(round, question));
    if (shown.kind !== 'shown') return unshown(shown);
    const { messageId } = shown;
    return due.kind === 'post'
      ? { kind: 'posted', number, messageId }
      : { kind: 'revealed', number };
  }
}

function chosen(number: number, key: Question['key']) {
  return { kind: 'chosen', number, key } as const;
}

function unshown({ kind }: Exclude<Shown, { kind: 'shown' }>): Told {
  return kind === 'gone' ? { kind: 'lost' } : { kind: 'failed' };
}
