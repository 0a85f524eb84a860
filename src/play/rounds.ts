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
    const { store } = this.#need;
    if (before.round.phase === 'between') {
      const number = (before.round.question?.number ?? 0) + 1;
      await this.happen(id, await this.#choose(before.round, number), now);
    }
    const round = (await store.byId(id))?.round;
    if (round?.phase !== 'asking' || round.question === null) return null;
    const question = await store.question(id, round.question.number);
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
    const judging = new Map<number, Promise<Question | null>>();
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
    asked: Map<number, Promise<Question | null>>,
  ): Promise<{ question: Question | null; verdict: Verdict | null; event: RoundEvent }> {
    if (what.kind !== 'given') return { question: null, verdict: null, event: what };
    const { number, readerId, given } = what;
    const { questions, store } = this.#need;
    const looking = asked.get(number) ?? store.question(round.id, number);
    asked.set(number, looking);
    const question = await looking;
    const verdict = question === null ? null : await questions.judge(question, given);
    const right = verdict !== null && verdict.result !== 'wrong';
    const worth = verdict?.score ?? 0;
    // A question that was never asked takes no answers.
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

  /** Chooses question `number` and keeps it, before the round knows of it. */
  async #choose(round: Round, number: number): Promise<Told> {
    const { questions, store } = this.#need;
    const chosen = await questions.choose(round, number, await store.questions(round.id));
    if (chosen === null) return { kind: 'unmakeable' };
    const { key } = await store.keepQuestion(round.id, number, chosen);
    return { kind: 'chosen', number, key };
  }

  async #done(round: Round, due: Owed): Promise<Told> {
    const { store, stage } = this.#need;
    if (due.kind === 'close') return { kind: 'time' };
    if (due.kind === 'choose') return this.#choose(round, due.number);
    if (due.kind === 'result') {
      const shown = await stage.result(round, await store.questions(round.id));
      return shown.kind === 'shown' ? { kind: 'result-shown' } : unshown(shown);
    }
    const { number } = due.question;
    const question = await store.question(round.id, number);
    // It was kept before the round knew of it; should it be gone all the same, it is passed over.
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

function unshown({ kind }: Exclude<Shown, { kind: 'shown' }>): Told {
  return kind === 'gone' ? { kind: 'lost' } : { kind: 'failed' };
}
