import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysAfter,
  instantOf,
  type LocalDay,
  localDayAt,
  offsetAt,
  WEEKDAYS,
  type Weekday,
  weekdayOf,
} from '../../src/daily/local-day.ts';
import { firstRun, nextRuns, owed, type Run, type Timetable } from '../../src/daily/owed.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WINDOW = 6 * HOUR;
const START = Date.UTC(2026, 10, 24, 3);
const END = Date.UTC(2036, 10, 24, 3);
const ZONES = Intl.supportedValuesOf('timeZone');

/** From `from` on a zone's clocks are `offset` ahead of UTC. */
interface Stretch {
  readonly from: number;
  readonly offset: number;
}

/** The offsets of a zone over the ten years, by Intl alone: what the code under test must agree with. */
function stretchesOf(zone: string): Stretch[] {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const offsetOf = (instant: number) => {
    const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(format.format(instant)) ?? [];
    const size = Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * MINUTE;
    return sign === '-' ? -size : size;
  };
  const stretches = [{ from: Number.NEGATIVE_INFINITY, offset: offsetOf(START - 3 * DAY) }];
  for (let noon = START - 2 * DAY; noon <= END + 3 * DAY; noon += DAY) {
    const last = stretches.at(-1)?.offset;
    const offset = offsetOf(noon);
    if (offset === last) continue;
    let [low, high] = [noon - DAY, noon];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetOf(middle) === last) low = middle;
      else high = middle;
    }
    stretches.push({ from: high, offset });
  }
  return stretches;
}

/** When a wall shows `wall` (as if it were UTC), or else the end of the gap that swallows it. */
function expectedInstant(stretches: readonly Stretch[], wall: number): number {
  const past = stretches.findLastIndex(({ from, offset }) => wall - offset >= from);
  // Where a time comes twice, the stretch before shows it too, and first.
  for (const index of [past - 1, past]) {
    const { from = 0, offset = 0 } = stretches[index] ?? {};
    const until = stretches[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    if (index >= 0 && wall - offset >= from && wall - offset < until) return wall - offset;
  }
  return stretches[past + 1]?.from ?? Number.NaN;
}

function expectedRuns(stretches: readonly Stretch[], { time, days }: Timetable) {
  const minute = time.hour * 60 + time.minute;
  const runs = new Map<LocalDay, number>();
  for (let midnight = Date.UTC(2026, 10, 22); midnight < END + 2 * DAY; midnight += DAY) {
    const at = expectedInstant(stretches, midnight + minute * MINUTE);
    const weekday = (new Date(midnight).getUTCDay() + 6) % 7;
    const wanted = days.some((one) => one === weekday + 1);
    if (wanted && at >= START && at <= END) {
      runs.set(new Date(midnight).toISOString().slice(0, 10), at);
    }
  }
  return runs;
}

/** Numbers from 0 up to but not including 1 (mulberry32). */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What a clock shows at the bot's looks: minutes or days apart, now and then set back or forward. */
function* looks(random: () => number): Generator<number> {
  let now = START;
  while (now < END) {
    yield now;
    const dice = random();
    if (dice < 0.01) now = Math.max(START, now - random() * 3 * DAY);
    else if (dice < 0.02) now += random() * 20 * DAY;
    else if (dice < 0.2) now += MINUTE + random() * WINDOW;
    else now += random() * 3 * DAY;
  }
  yield END;
}

/** Lives through the ten years with nothing kept but the next run. */
function expectEachDayOnce(timetable: Timetable, stretches: readonly Stretch[], seed: number) {
  const expected = expectedRuns(stretches, timetable);
  let next: Run | null = firstRun(timetable, START);
  let settled = 0;
  let lastDay = '';
  for (const now of looks(chance(seed))) {
    const look: ReturnType<typeof owed> = owed(timetable, next, now, WINDOW);
    for (const { day, at, late } of look.runs) {
      // Plain comparisons: a million assertions would take longer than what they check.
      const sound = expected.get(day) === at && at <= now && late === now - at > WINDOW;
      if (!sound || day <= lastDay) {
        expect.fail(`${timetable.zone}: ${day} at ${at}, looked at ${now}`);
      }
      lastDay = day;
      settled += 1;
    }
    next = look.next;
  }
  expect(settled, timetable.zone).toBe(expected.size);
}

const timeAt = (minute: number) => ({ hour: Math.floor(minute / 60), minute: minute % 60 });

/** A time that a zone's clocks skip or repeat in these years, if there is one. */
function oddMinute(stretches: readonly Stretch[], random: () => number): number | null {
  const changes = stretches.slice(1);
  const index = Math.floor(random() * changes.length);
  const [before, change] = [stretches[index], changes[index]];
  if (before === undefined || change === undefined) return null;
  const wall = change.from + Math.min(before.offset, change.offset) + 10 * MINUTE;
  return Math.floor((((wall % DAY) + DAY) % DAY) / MINUTE);
}

describe('each local day is owed exactly once', () => {
  // In parts, so that a slow machine stays inside the time that a test has.
  it.each([0, 1, 2, 3, 4, 5])('in every zone, over ten years: part %i of 0 to 5', (part) => {
    expect(ZONES.length).toBeGreaterThan(400);
    for (const zone of ZONES.filter((_, index) => index % 6 === part)) {
      const stretches = stretchesOf(zone);
      const days = fc.subarray<Weekday>([...WEEKDAYS], { minLength: 5 });
      const plan = fc.record({ seed: fc.nat(), minute: fc.nat({ max: 1439 }), days });
      fc.assert(
        fc.property(plan, ({ seed, minute, days }) => {
          const odd = oddMinute(stretches, chance(seed)) ?? minute;
          expectEachDayOnce({ zone, time: timeAt(odd), days }, stretches, seed);
        }),
        { numRuns: 1 },
      );
    }
  });

  it('and what was announced is what comes, at any minute', () => {
    const plan = fc.record({
      zone: fc.constantFrom(...ZONES),
      time: fc.nat({ max: 1439 }).map(timeAt),
      days: fc.subarray<Weekday>([...WEEKDAYS], { minLength: 1 }),
    });
    const instant = fc.integer({ min: START, max: END });
    fc.assert(
      fc.property(plan, instant, fc.nat({ max: 40 * DAY }), (timetable, now, ahead) => {
        const first = firstRun(timetable, now);
        const soon = nextRuns(timetable, first, 3);
        expect(soon).toHaveLength(3);
        for (const { at } of soon) expect(at).toBeGreaterThanOrEqual(now);
        const then = owed(timetable, first, now + ahead, WINDOW);
        const come = soon.filter(({ at }) => at <= now + ahead);
        expect(then.runs.slice(0, 3).map(({ day, at }) => ({ day, at }))).toEqual(come);
        expect(firstRun(timetable, now, first?.day)).toEqual(soon[1]);
      }),
    );
  });
});

describe('the hard days', () => {
  const utc = (text: string) => Date.parse(`${text}Z`);
  const daily = (zone: string, minute: number): Timetable => ({
    zone,
    time: timeAt(minute),
    days: WEEKDAYS,
  });

  it('a time that the clocks skip comes at the first instant after the gap', () => {
    expect(instantOf('America/New_York', '2027-03-14', 150)).toBe(utc('2027-03-14T07:00'));
    expect(instantOf('Europe/London', '2027-03-28', 90)).toBe(utc('2027-03-28T01:00'));
    // The gap starts at midnight in Beirut, and ends the day in Scoresbysund.
    expect(instantOf('Asia/Beirut', '2027-03-28', 30)).toBe(utc('2027-03-27T22:00'));
    expect(instantOf('America/Scoresbysund', '2027-03-27', 23 * 60 + 30)).toBe(
      utc('2027-03-28T01:00'),
    );
  });

  it('a time that comes twice is taken the first time, once', () => {
    expect(instantOf('America/New_York', '2026-11-01', 90)).toBe(utc('2026-11-01T05:30'));
    const plan = daily('America/New_York', 90);
    const next = firstRun(plan, utc('2026-10-31T06:00'));
    const first = owed(plan, next, utc('2026-11-01T05:30'), WINDOW);
    expect(first.runs).toEqual([{ day: '2026-11-01', at: utc('2026-11-01T05:30'), late: false }]);
    expect(owed(plan, first.next, utc('2026-11-01T06:30'), WINDOW).runs).toEqual([]);
  });

  it('a day that a zone leaves out is not owed', () => {
    expect(instantOf('Pacific/Apia', '2011-12-30', 480)).toBeNull();
    const plan = daily('Pacific/Apia', 480);
    const next = firstRun(plan, utc('2011-12-28T12:00'));
    const { runs } = owed(plan, next, utc('2012-01-01T00:00'), DAY);
    expect(runs.map(({ day }) => day)).toEqual([
      '2011-12-28',
      '2011-12-29',
      '2011-12-31',
      '2012-01-01',
    ]);
  });

  it('Taipei at 12:30 has its post on 2 November 2026', () => {
    const plan = daily('Asia/Taipei', 750);
    const next = firstRun(plan, utc('2026-11-01T00:00'));
    const { runs } = owed(plan, next, utc('2026-11-03T05:00'), 3 * DAY);
    expect(runs.map(({ day }) => day)).toEqual(['2026-11-01', '2026-11-02', '2026-11-03']);
  });

  it('a day whose time was over at the set-up is nobody’s', () => {
    expect(firstRun(daily('Asia/Taipei', 480), utc('2026-11-24T02:00'))?.day).toBe('2026-11-25');
    expect(firstRun(daily('Asia/Taipei', 480), utc('2026-11-24T00:00'))?.day).toBe('2026-11-24');
  });

  it('a day that was settled does not come again when the time is moved', () => {
    const run = firstRun(daily('Asia/Taipei', 1200), utc('2026-11-24T02:00'), '2026-11-24');
    expect(run?.day).toBe('2026-11-25');
  });

  it('after an outage what lies inside the window is sent, and the rest is late', () => {
    const plan = daily('Asia/Taipei', 480);
    const next = firstRun(plan, utc('2026-11-21T01:00'));
    const { runs } = owed(plan, next, utc('2026-11-24T05:59'), WINDOW);
    expect(runs.map(({ day, late }) => [day, late])).toEqual([
      ['2026-11-22', true],
      ['2026-11-23', true],
      ['2026-11-24', false],
    ]);
  });

  it('an unknown zone is a bug, not a silence', () => {
    expect(() => firstRun(daily('Moon/Base', 0), START)).toThrow(RangeError);
  });

  it('without a weekday nothing is ever owed', () => {
    expect(firstRun({ ...daily('UTC', 0), days: [] }, START)).toBeNull();
    expect(owed(daily('UTC', 0), null, START, WINDOW)).toEqual({ runs: [], next: null });
  });

  it('knows the calendar', () => {
    expect(weekdayOf('2026-11-24')).toBe(2);
    expect(weekdayOf('1969-12-28')).toBe(7);
    expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29');
    expect(localDayAt('Asia/Taipei', utc('2026-11-23T16:00'))).toBe('2026-11-24');
    expect(offsetAt('Asia/Kathmandu', START)).toBe(345 * MINUTE);
  });
});
