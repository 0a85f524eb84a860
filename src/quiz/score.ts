/** What was answered in one quarter of an hour: zones differ by no less than that. */
export interface Activity {
  /** When the quarter began, in milliseconds since 1970. */
  readonly at: number;
  readonly answered: number;
  readonly right: number;
  readonly points: number;
}

/** What one reader did. */
export interface ReaderActivity extends Activity {
  readonly readerId: string;
}

/** The length of a quarter of an hour in milliseconds. */
export const QUARTER = 900_000;
/** So many days the picture of a score shows. */
export const DAYS_SHOWN = 30;

/** One day in a reader's own zone. `day` is an ISO date. */
export interface DayScore {
  readonly day: string;
  readonly answered: number;
  readonly right: number;
}

export interface Score {
  readonly points: number;
  /** Questions answered; only the first answer to each counts. */
  readonly answered: number;
  readonly right: number;
  /** Days in a row with an answer, up to today or yesterday. */
  readonly streak: number;
  readonly longestStreak: number;
  /** The last 30 days, oldest first. */
  readonly days: readonly DayScore[];
}

/** The score that a reader's activity makes, in the days of `zone` (an IANA name), at `now`. */
export function scoreOf(activity: readonly Activity[], zone: string, now: number): Score {
  const dayOf = localDays(zone);
  const byDay = new Map<number, { answered: number; right: number }>();
  const sums = { points: 0, answered: 0, right: 0 };
  for (const { at, answered, right, points } of activity) {
    sums.points += points;
    sums.answered += answered;
    sums.right += right;
    const day = byDay.get(dayOf(at)) ?? { answered: 0, right: 0 };
    byDay.set(dayOf(at), { answered: day.answered + answered, right: day.right + right });
  }
  const today = dayOf(now);
  const days = Array.from({ length: DAYS_SHOWN }, (_, index): DayScore => {
    const day = today - DAYS_SHOWN + 1 + index;
    return { day: isoDate(day), ...(byDay.get(day) ?? { answered: 0, right: 0 }) };
  });
  return { ...sums, ...streaks([...byDay.keys()], today), days };
}

/** The streaks that end today or yesterday, and the longest, of days counted since 1970. */
function streaks(days: readonly number[], today: number) {
  const sorted = days.toSorted((a, b) => a - b);
  let run = 0;
  let longestStreak = 0;
  sorted.forEach((day, index) => {
    run = sorted[index - 1] === day - 1 ? run + 1 : 1;
    longestStreak = Math.max(longestStreak, run);
  });
  const alive = today - (sorted.at(-1) ?? Number.NEGATIVE_INFINITY) <= 1;
  return { streak: alive ? run : 0, longestStreak };
}

const DAY = 86_400_000;

function isoDate(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** A function that tells the local day of an instant, counted in days since 1970. */
function localDays(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  return (at) => Date.parse(format.format(at)) / DAY;
}

/** One line of a leaderboard. */
export interface Ranked {
  readonly readerId: string;
  readonly points: number;
  readonly answered: number;
  readonly right: number;
}

/** Over which time a leaderboard counts; a week is seven days and a month thirty, up to now. */
export const PERIODS = ['week', 'month', 'all'] as const;
export type Period = (typeof PERIODS)[number];

/** From when on an answer may be of one of the days shown, whatever the zone. */
export function sinceShown(now: number): number {
  return now - (DAYS_SHOWN + 1) * DAY;
}

/** From when on answers count, in milliseconds since 1970. */
export function sinceOf(period: Period, now: number): number {
  if (period === 'all') return 0;
  return now - (period === 'week' ? 7 : 30) * DAY;
}
