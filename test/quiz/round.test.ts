import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LONGEST,
  MAX_QUESTIONS,
  MODES,
  type Mode,
  owed,
  PAUSE,
  places,
  RETRY,
  type Round,
  roundSchema,
  SHORTEST,
  UNANSWERED_LIMIT,
} from '../../src/quiz/round.ts';
import { type RoundEvent, step, withoutReader } from '../../src/quiz/round-step.ts';
import { KEY, roundOf } from './fixtures.ts';

/** Does what is owed at `now`, as the runner does when Discord takes everything. */
function settle(round: Round, now: number): Round {
  let current = round;
  for (let due = owed(current, now); due !== null; due = owed(current, now)) {
    current = step(current, done(due), now).round;
  }
  return current;
}

function done(due: NonNullable<ReturnType<typeof owed>>): RoundEvent {
  if (due.kind === 'choose') return { kind: 'chosen', number: due.number, key: KEY };
  if (due.kind === 'post') {
    const { number } = due.question;
    return { kind: 'posted', number, messageId: `m${number}` };
  }
  if (due.kind === 'close') return { kind: 'time' };
  if (due.kind === 'reveal') return { kind: 'revealed', number: due.question.number };
  return { kind: 'result-shown' };
}

const answer = (number: number, readerId: string, right: boolean, worth = 1): RoundEvent => ({
  kind: 'answered',
  number,
  readerId,
  right,
  worth,
});

describe('a race', () => {
  it('gives one point for two right answers in the same millisecond', () => {
    const open = settle(roundOf('race'), 1000);
    const first = step(open, answer(1, 'ada', true), 1500);
    const second = step(first.round, answer(1, 'mo', true), 1500);
    expect(first.outcome).toBe('right');
    expect(second.outcome).toBe('late');
    expect(places(second.round)).toMatchObject([{ readerId: 'ada', points: 1, fastest: 500 }]);
  });

  it('waits no longer when all who played before have answered', () => {
    const first = step(settle(roundOf('race'), 1000), answer(1, 'ada', true), 1500).round;
    const open = settle(settle(first, 1500), 1500 + PAUSE);
    expect(open.phase).toBe('asking');
    expect(step(open, answer(2, 'ada', false), 9000).round.phase).toBe('revealing');
  });

  it('takes an answer that is faster than the note of where the question stands', () => {
    const posting = step(roundOf('race'), { kind: 'chosen', number: 1, key: KEY }, 1000);
    const { round, outcome } = step(posting.round, answer(1, 'ada', true, 0.5), 1100);
    expect(outcome).toBe('right');
    expect(owed(round, 1100)).toMatchObject({ kind: 'post' });
    const posted = step(round, { kind: 'posted', number: 1, messageId: 'm1' }, 1200).round;
    expect(owed(posted, 1200)).toMatchObject({ kind: 'reveal', question: { messageId: 'm1' } });
    expect(posted.standings).toMatchObject([{ points: 0.5 }]);
  });
});

describe('everyone', () => {
  it('gives each a point, and says that only the first answer counts', () => {
    const open = settle(roundOf('everyone'), 1000);
    const one = step(open, answer(1, 'ada', false), 1500);
    const two = step(one.round, answer(1, 'mo', true), 1600);
    expect(step(two.round, answer(1, 'ada', true), 1700).outcome).toBe('again');
    expect(two.round.phase).toBe('asking');
    expect(places(two.round).map(({ readerId, points }) => [readerId, points])).toEqual([
      ['mo', 1],
      ['ada', 0],
    ]);
  });
});

describe('solo', () => {
  it('has no clock, waits for its reader, and ends with a result', () => {
    let round = settle(roundOf('solo', 2, null), 1000);
    expect(owed(round, 1e9)).toBeNull();
    round = step(round, answer(1, 'ada', true), 5000).round;
    expect([round.phase, owed(round, 1e9)]).toEqual(['between', null]);
    round = settle(step(round, { kind: 'next' }, 6000).round, 6000);
    round = step(round, answer(2, 'ada', false), 7000).round;
    expect([round.phase, round.ending]).toEqual(['ending', 'complete']);
    expect(settle(round, 7000).phase).toBe('over');
  });
});

describe('a round that is left alone', () => {
  it(`ends after ${UNANSWERED_LIMIT} unanswered questions`, () => {
    let round = roundOf('race', 50);
    let now = 1000;
    while (round.phase !== 'over') {
      round = settle(round, now);
      now = round.wakeAt ?? now;
    }
    expect([round.past.length, round.ending]).toEqual([UNANSWERED_LIMIT, 'unanswered']);
    expect(step(round, answer(5, 'ada', true), now).outcome).toBe('late');
    expect(step(round, { kind: 'next' }, now)).toMatchObject({ outcome: null, round });
  });

  it('is not left alone when somebody skips', () => {
    let round = roundOf('race', 8);
    let now = 1000;
    for (let skipped = 0; skipped < 8; skipped += 1) {
      round = settle(round, now);
      round = settle(step(round, { kind: 'skipped' }, now).round, now);
      now += PAUSE;
    }
    expect([round.past.length, round.ending]).toEqual([8, 'complete']);
  });

  it('closes a question whose time ran out meanwhile, and an answer after it comes too late', () => {
    const open = settle(roundOf('everyone'), 1000);
    const late = step(open, answer(1, 'ada', true), 1000 + 20_000);
    expect([late.outcome, late.round.phase, late.answer]).toEqual(['late', 'revealing', null]);
    expect(step(open, { kind: 'time' }, 20_999).round).toBe(open);
    expect(settle(open, 99_000).phase).toBe('between');
  });
});

describe('an end', () => {
  it('comes at once when it is asked for, after the right answer of an open question', () => {
    const stop: RoundEvent = { kind: 'stopped' };
    expect(step(roundOf('race'), stop, 1000).round.phase).toBe('ending');
    const open = settle(roundOf('race'), 1000);
    const stopped = step(open, stop, 2000).round;
    expect(owed(stopped, 2000)?.kind).toBe('reveal');
    expect(step(stopped, stop, 2000).round).toEqual(stopped);
    expect(settle(stopped, 2000)).toMatchObject({ phase: 'over', ending: 'stopped' });
    const skipped = step(open, { kind: 'skipped' }, 2000).round;
    expect(settle(step(skipped, stop, 2000).round, 2000).ending).toBe('stopped');
    expect(step(roundOf('race'), { kind: 'unmakeable' }, 1000).round.ending).toBe('no-question');
  });

  it('is quiet where Discord refuses for good, and patient where it does for the moment', () => {
    const open = settle(roundOf('race'), 1000);
    expect(step(open, { kind: 'lost' }, 2000).round).toMatchObject({ phase: 'over', wakeAt: null });
    let round = roundOf('race');
    for (let tries = 0; round.phase !== 'over'; tries += 1) {
      expect(tries).toBeLessThan(20);
      round = step(round, { kind: 'failed' }, 1000 + tries * RETRY).round;
    }
    expect(round.ending).toBe('lost');
  });
});

it('explains a reply without a ping once to each reader', () => {
  const first = step(roundOf('race'), { kind: 'explained', readerId: 'ada' }, 1);
  expect(first.outcome).toBe('told');
  expect(step(first.round, { kind: 'explained', readerId: 'ada' }, 2).outcome).toBeNull();
});

it('forgets a reader', () => {
  let round = step(settle(roundOf('everyone'), 1000), answer(1, 'ada', true), 1500).round;
  round = step(round, { kind: 'explained', readerId: 'ada' }, 1500).round;
  expect(JSON.stringify(withoutReader(round, 'ada'))).not.toContain('ada');
  expect(withoutReader(round, '1').startedBy).toBe('');
  expect(withoutReader(round, 'mo')).toEqual(round);
});

type Happening =
  | { kind: 'answer'; reader: string; off: number; right: boolean; worth: number }
  | { kind: 'owed' }
  | { kind: 'wait'; milliseconds: number }
  | { kind: 'event'; event: RoundEvent };

const reader = fc.constantFrom('ada', 'mo', 'lin', 'wei');
const plain = fc.constantFrom<RoundEvent>(
  { kind: 'skipped' },
  { kind: 'next' },
  { kind: 'failed' },
  { kind: 'time' },
  { kind: 'explained', readerId: 'ada' },
  { kind: 'revealed', number: 1 },
  { kind: 'posted', number: 2, messageId: 'late' },
);
/** What may happen: answers to about the right question, waiting, and the rest now and then. */
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 80,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      reader,
      off: fc.constantFrom(0, 0, 0, 0, -1, 1),
      right: fc.boolean(),
      worth: fc.constantFrom(1, 0.5),
    }),
  },
  { weight: 80, arbitrary: fc.record({ kind: fc.constant('owed' as const) }) },
  {
    weight: 40,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      milliseconds: fc.integer({ min: 0, max: 30_000 }),
    }),
  },
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('event' as const), event: plain }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('event' as const),
      event: fc.constantFrom<RoundEvent>({ kind: 'stopped' }, { kind: 'lost' }),
    }),
  },
);

/** Lets it all happen; `keep` is what a store makes of the round between two events. */
function play(mode: Mode, all: readonly Happening[], keep: (round: Round) => Round) {
  let round = roundOf(mode, 6, mode === 'solo' ? null : 20);
  let now = 1000;
  const counted: { number: number; readerId: string; right: boolean; points: number }[] = [];
  for (const one of all) {
    if (one.kind === 'wait') now += one.milliseconds;
    const event = eventOf(one, round, now);
    if (event === null) continue;
    const result = step(keep(round), event, now);
    round = result.round;
    if (result.answer !== null) counted.push(result.answer);
  }
  return { round, counted };
}

function eventOf(one: Happening, round: Round, now: number): RoundEvent | null {
  if (one.kind === 'event') return one.event;
  if (one.kind === 'answer') {
    return answer((round.question?.number ?? 1) + one.off, one.reader, one.right, one.worth);
  }
  const due = one.kind === 'owed' ? owed(round, now) : null;
  return due === null ? null : done(due);
}

const stored = (round: Round) => roundSchema.parse(JSON.parse(JSON.stringify(round)));
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

describe('whatever happens', () => {
  const anything = fc.record({
    mode: fc.constantFrom(...MODES),
    all: fc.array(happening, { maxLength: 120 }),
  });

  it('points stay consistent, and a first answer counts once a question and reader', () => {
    fc.assert(
      fc.property(anything, ({ mode, all }) => {
        const { round, counted } = play(mode, all, (one) => one);
        expect(sum(round.standings.map(({ points }) => points))).toBe(
          sum(counted.map(({ points }) => points)),
        );
        for (const { readerId, right, answered } of round.standings) {
          const own = counted.filter((one) => one.readerId === readerId);
          expect([own.length, own.filter((one) => one.right).length]).toEqual([answered, right]);
        }
        const keys = counted.map(({ number, readerId }) => `${number} ${readerId}`);
        expect(new Set(keys).size).toBe(keys.length);
        if (mode === 'race') {
          const won = counted.filter(({ right }) => right).map(({ number }) => number);
          expect(new Set(won).size).toBe(won.length);
        }
        expect(round.past.map(({ number }) => number)).toEqual(round.past.map((_, at) => at + 1));
        expect(round.past.length).toBeLessThanOrEqual(round.settings.questions);
        expect(round.unanswered).toBeLessThanOrEqual(UNANSWERED_LIMIT);
        expect(round.phase === 'over').toBe(round.phase === 'over' && round.ending !== null);
      }),
      { numRuns: 500 },
    );
  });

  it('a restart between any two events changes nothing', () => {
    fc.assert(
      fc.property(anything, ({ mode, all }) => {
        expect(play(mode, all, stored)).toEqual(play(mode, all, (one) => one));
      }),
      { numRuns: 200 },
    );
  });

  it('a round comes to its end once its players have left', () => {
    fc.assert(
      fc.property(anything, ({ mode, all }) => {
        if (mode === 'solo') return;
        let { round } = play(mode, all, (one) => one);
        let now = 1e9;
        for (let turns = 0; round.phase !== 'over'; turns += 1) {
          expect(turns).toBeLessThan(30);
          round = settle(round, now);
          now = Math.max(now, round.wakeAt ?? now);
        }
        expect(round.ending).not.toBeNull();
      }),
      { numRuns: 200 },
    );
  });
});

it('a stored round keeps to its limits', () => {
  const takes = (questions: number, seconds: number) =>
    roundSchema.safeParse(roundOf('race', questions, seconds)).success;
  expect([takes(MAX_QUESTIONS, SHORTEST), takes(1, LONGEST)]).toEqual([true, true]);
  expect([takes(MAX_QUESTIONS + 1, 20), takes(0, 20)]).toEqual([false, false]);
  expect([takes(5, SHORTEST - 1), takes(5, LONGEST + 1)]).toEqual([false, false]);
});
