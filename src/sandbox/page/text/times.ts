const DAY_MS = 86_400_000;

const dayOf = (instant: number) => new Date(instant).toDateString();

function format(locale: string, instant: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, options).format(instant);
}

/** “9:41 AM”, “Yesterday at 9:41 AM”, or the date with it: how Discord dates a message. */
export function messageTime(
  instant: number,
  now: number,
  locale: string,
  yesterday: (time: string) => string,
): string {
  const time = format(locale, instant, { timeStyle: 'short' });
  if (dayOf(instant) === dayOf(now)) return time;
  if (dayOf(instant) === dayOf(now - DAY_MS)) return yesterday(time);
  return format(locale, instant, { dateStyle: 'short', timeStyle: 'short' });
}

const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

function relative(seconds: number, locale: string): string {
  const formatter = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, size] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? ['second', 1];
  return formatter.format(Math.trunc(seconds / size), unit);
}

/** What `<t:SECONDS:STYLE>` shows. `now` is in milliseconds. */
export function timestamp(seconds: number, style: string, now: number, locale: string): string {
  const instant = seconds * 1000;
  if (Math.abs(instant) > 8.64e15) return '';
  if (style === 'R') return relative(seconds - Math.floor(now / 1000), locale);
  return format(locale, instant, STYLES[style] ?? STYLES.f ?? {});
}

/** The whole date and time, for a title: “Tuesday, November 24, 2026 at 9:41 AM”. */
export function fullTime(instant: number, locale: string): string {
  return format(locale, instant, { dateStyle: 'full', timeStyle: 'short' });
}
