import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DAYS_SHOWN,
  QUARTER,
  type ReaderActivity,
  scoreOf,
  sinceOf,
} from '../../src/quiz/score.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A noon in UTC. */
const NOON = Date.parse('2026-11-24T12:00:00Z');

function active(at: number, right = 1, answered = 1): ReaderActivity {
  return { readerId: '1', at: at - (at % QUARTER), answered, right, points: right };
}

describe('a score', () => {
  it('of nobody who ever played is empty', () => {
    const score = scoreOf([], 'Asia/Taipei', NOON);
    expect(score).toMatchObject({ points: 0, answered: 0, streak: 0, longestStreak: 0 });
    expect(score.days).toHaveLength(DAYS_SHOWN);
    expect(score.days.at(-1)?.day).toBe('2026-11-24');
    expect(score.days[0]?.day).toBe('2026-10-26');
  });

  it('counts days in the reader’s own zone', () => {
    // 15:30 and 16:30 in UTC are two days in Taipei, and one in London.
    const played = [active(NOON - DAY + 3.5 * HOUR), active(NOON - DAY + 4.5 * HOUR, 0)];
    expect(scoreOf(played, 'Asia/Taipei', NOON)).toMatchObject({ streak: 2, longestStreak: 2 });
    expect(scoreOf(played, 'Europe/London', NOON)).toMatchObject({ streak: 1 });
    expect(scoreOf(played, 'Asia/Kathmandu', NOON).days.at(-2)).toMatchObject({ right: 1 });
    expect(scoreOf(played, 'Europe/London', NOON).days.at(-2)).toEqual({
      day: '2026-11-23',
      answered: 2,
      right: 1,
    });
  });

  it('keeps a streak until a whole day was missed', () => {
    const played = [1, 2, 3, 10, 11].map((ago) => active(NOON - ago * DAY));
    expect(scoreOf(played, 'UTC', NOON)).toMatchObject({ streak: 3, longestStreak: 3 });
    expect(scoreOf(played, 'UTC', NOON + DAY)).toMatchObject({ streak: 0, longestStreak: 3 });
    expect(scoreOf([active(NOON), ...played], 'UTC', NOON).streak).toBe(4);
  });

  it('a change of the clock neither breaks a streak nor makes one', () => {
    const days = Array.from({ length: 20 }, (_, ago) => active(NOON - (20 + ago) * DAY));
    const end = NOON - 20 * DAY;
    expect(scoreOf(days, 'America/New_York', end)).toMatchObject({ streak: 20 });
  });

  it('adds up whatever was played', () => {
    const any = fc.array(
      fc.record({ ago: fc.integer({ min: 0, max: 400 * DAY }), right: fc.nat(5), more: fc.nat(5) }),
    );
    fc.assert(
      fc.property(any, fc.constantFrom('UTC', 'Asia/Taipei', 'Pacific/Chatham'), (played, zone) => {
        const all = played.map(({ ago, right, more }) =>
          active(NOON - ago, right, right + more + 1),
        );
        const score = scoreOf(all, zone, NOON);
        expect(score.right).toBeLessThanOrEqual(score.answered);
        expect(score.answered).toBe(all.reduce((sum, one) => sum + one.answered, 0));
        expect(score.streak).toBeLessThanOrEqual(score.longestStreak);
        expect(score.longestStreak).toBeLessThanOrEqual(all.length);
        const recent = score.days.reduce((sum, day) => sum + day.answered, 0);
        expect(recent).toBeLessThanOrEqual(score.answered);
      }),
    );
  });
});

it('a week is seven days and a month thirty', () => {
  expect(sinceOf('week', NOON)).toBe(NOON - 7 * DAY);
  expect(sinceOf('month', NOON)).toBe(NOON - 30 * DAY);
  expect(sinceOf('all', NOON)).toBe(0);
});
