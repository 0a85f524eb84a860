/** A date in the zone of its schedule, as `2026-11-24`. Dates compare as texts. */
export type LocalDay = string;

/** Monday is 1, Sunday is 7 (ISO 8601). */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The local day in `zone` (an IANA name) at `instant`, in milliseconds since 1970. */
export function localDayAt(zone: string, instant: number): LocalDay {
  return dayOf(instant + offsetAt(zone, instant));
}

/** The day `count` days after `day`, or before it when `count` is negative. */
export function daysAfter(day: LocalDay, count: number): LocalDay {
  return dayOf(midnight(day) + count * DAY);
}

export function weekdayOf(day: LocalDay): Weekday {
  // 1970-01-01 was a Thursday.
  const sinceMonday = (((midnight(day) / DAY + 3) % 7) + 7) % 7;
  return WEEKDAYS[sinceMonday] ?? 1;
}

/**
 * The instant at which clocks in `zone` show `minute` minutes after midnight (0 to 1439) on `day`. A
 * time that they skip gives the first instant after the gap; one that comes twice gives the first.
 * Null when the zone has no such day at all, as Samoa had no 2011-12-30. (Libraries move a skipped
 * time on by the gap's length and leave the repeated one open, so this is decided here.)
 */
export function instantOf(zone: string, day: LocalDay, minute: number): number | null {
  const wall = midnight(day) + minute * MINUTE;
  // No zone is a day away from UTC, and none changes its offset twice in two days.
  const before = offsetAt(zone, wall - DAY);
  const after = offsetAt(zone, wall + DAY);
  if (before === after) return wall - before;
  const [first = 0, second = 0] = [wall - before, wall - after].toSorted((a, b) => a - b);
  const real = [first, second].find((instant) => instant + offsetAt(zone, instant) === wall);
  return real ?? afterGap(zone, day, wall);
}

/** The first instant after the gap that swallows `wall`, unless the gap swallows the whole day. */
function afterGap(zone: string, day: LocalDay, wall: number): number | null {
  let low = wall - DAY;
  let high = wall + DAY;
  const before = offsetAt(zone, low);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === before) low = middle;
    else high = middle;
  }
  return localDayAt(zone, low) === day || localDayAt(zone, high) === day ? high : null;
}

/** A format takes far longer to make than to use, and what it is made of never changes. */
const offsetFormats = new Map<string, Intl.DateTimeFormat>();

/** What `zone` adds to UTC at `instant`, in milliseconds. Throws a RangeError for no zone. */
export function offsetAt(zone: string, instant: number): number {
  const shown = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(offsetFormat(zone).format(instant));
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = shown ?? [];
  const size = (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * 1000;
  return sign === '-' ? -size : size;
}

function offsetFormat(zone: string): Intl.DateTimeFormat {
  const known = offsetFormats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  offsetFormats.set(zone, made);
  return made;
}

function midnight(day: LocalDay): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayOf(wall: number): LocalDay {
  return new Date(wall).toISOString().slice(0, 10);
}
