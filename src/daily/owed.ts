import {
  daysAfter,
  instantOf,
  type LocalDay,
  localDayAt,
  type Weekday,
  weekdayOf,
} from './local-day.ts';

/** What of a schedule decides when it posts. */
export interface Timetable {
  readonly time: { readonly hour: number; readonly minute: number };
  /** An IANA name; the days are this zone's. */
  readonly zone: string;
  readonly days: readonly Weekday[];
}

/** A local day and the instant (in milliseconds since 1970) from which its post is owed. */
export interface Run {
  readonly day: LocalDay;
  readonly at: number;
}

/** A day that is owed: `late` when its instant lies further back than the catch-up window. */
export interface OwedRun extends Run {
  readonly late: boolean;
}

/** How far ahead is looked for a run: a week has every weekday, and a zone may leave a day out. */
const HORIZON = 15;

/**
 * The first run at `from` or later, on a day after `after` (the last one that was settled) if there
 * was one; null when the timetable names no weekday. Instants in milliseconds since 1970.
 */
export function firstRun(
  timetable: Timetable,
  from: number,
  after: LocalDay | null = null,
): Run | null {
  // A gap at the end of a day moves its post past midnight, so the day before may be still to come.
  const yesterday = daysAfter(localDayAt(timetable.zone, from), -1);
  const start = after === null || after < yesterday ? yesterday : daysAfter(after, 1);
  for (let ahead = 0; ahead < HORIZON; ahead += 1) {
    const run = runOn(timetable, daysAfter(start, ahead));
    if (run !== null && run.at >= from) return run;
  }
  return null;
}

/**
 * What is owed at `now`, oldest first, and the first run that is not owed yet: to be kept and given
 * back as `next` at the following look. What is late is to be recorded as missed, the rest to be
 * sent. Pure: whatever restarts and jumps of the clock lie between two looks, each day comes once.
 */
export function owed(
  timetable: Timetable,
  next: Run | null,
  now: number,
  window: number,
): { readonly runs: readonly OwedRun[]; readonly next: Run | null } {
  const runs: OwedRun[] = [];
  let run = next;
  while (run !== null && run.at <= now) {
    runs.push({ ...run, late: now - run.at > window });
    run = firstRun(timetable, run.at, run.day);
  }
  return { runs, next: run };
}

/** The `count` runs from `next` on, fewer when the timetable names no weekday. */
export function nextRuns(timetable: Timetable, next: Run | null, count: number): Run[] {
  const runs: Run[] = [];
  let run = next;
  while (run !== null && runs.length < count) {
    runs.push(run);
    run = firstRun(timetable, run.at, run.day);
  }
  return runs;
}

function runOn({ zone, time, days }: Timetable, day: LocalDay): Run | null {
  if (!days.includes(weekdayOf(day))) return null;
  const at = instantOf(zone, day, time.hour * 60 + time.minute);
  return at === null ? null : { day, at };
}
