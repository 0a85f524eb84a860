import { CITIES } from './cities.ts';
import { offsetAt } from './local-day.ts';

const MINUTE = 60_000;

/** +8, UTC-5, GMT+05:30, −3. */
const OFFSET = /^(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?([0-5]\d))?$/;

/**
 * The IANA zone that a text names outright, as it is written today, or null: `Asia/Taipei`, in any
 * case, or an older name of it. A bare offset is none, because clocks that are moved in summer would
 * leave it.
 */
export function zoneNamed(text: string): string | null {
  const name = text.trim().replaceAll(' ', '_');
  if (!/^(?:[a-z_+-]+(?:\/[a-z0-9_+-]+){1,2}|utc)$/i.test(name)) return null;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * The zones that `text` may mean at `now`, the likeliest first: by name, by city in English or
 * Chinese, by country, by what they add to UTC (+8, UTC-5). For an empty text the best known ones.
 */
export function zonesFor(text: string, now: number): string[] {
  const wanted = plain(text);
  const offset = OFFSET.exec(wanted.replaceAll('−', '-'));
  if (offset !== null) {
    const [, sign, hours, minutes = '0'] = offset;
    const size = (Number(hours) * 60 + Number(minutes)) * MINUTE;
    const fits = (zone: string) => offsetAt(zone, now) === (sign === '-' ? -size : size);
    const known = Object.keys(CITIES).filter(fits);
    // Looking at every zone takes 85 ms and 21 MB, so only where no well-known one has the offset.
    return known.length > 0 ? known : allZones().filter(fits);
  }
  const ranked = allZones().flatMap((zone) => {
    const rank = rankOf(zone, wanted);
    return rank === null ? [] : [{ zone, rank }];
  });
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ zone }) => zone);
}

/**
 * The one zone that `text` means, whether it was chosen from the suggestions or typed: null when
 * none or several could be meant.
 */
export function zoneMeant(text: string, now: number): string | null {
  const named = zoneNamed(text);
  if (named !== null) return named;
  const wanted = plain(text);
  const exact = allZones().filter((zone) => wordsOf(zone).includes(wanted));
  const found = exact.length > 0 ? exact : zonesFor(text, now);
  const [only, ...others] = found;
  return only !== undefined && others.length === 0 ? only : null;
}

/** The city a zone is named after, and its Chinese name (Taiwan's, the mainland's) if we have one. */
export function cityOf(zone: string): {
  readonly en: string;
  readonly 'zh-TW': string | null;
  readonly 'zh-CN': string | null;
} {
  const [taiwan = null, mainland = null] = CITIES[zone] ?? [];
  const en = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return { en, 'zh-TW': taiwan, 'zh-CN': mainland };
}

/** What `zone` adds to UTC at `instant`, as it is written: `UTC+8`, `UTC-3:30`, `UTC`. */
export function offsetName(zone: string, instant: number): string {
  const minutes = Math.round(offsetAt(zone, instant) / MINUTE);
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `UTC${minutes < 0 ? '-' : '+'}${Math.floor(size / 60)}${rest}`;
}

/** The well-known zones first, in the order of the table, then the others by name. */
function allZones(): string[] {
  return [...new Set([...Object.keys(CITIES), ...Intl.supportedValuesOf('timeZone')])];
}

/** 0 for a whole name, 1 for the beginning of one, 2 for a part; null when nothing fits. */
function rankOf(zone: string, wanted: string): number | null {
  const words = wordsOf(zone);
  if (words.includes(wanted)) return 0;
  if (words.some((word) => word.startsWith(wanted))) return 1;
  return words.some((word) => word.includes(wanted)) ? 2 : null;
}

function wordsOf(zone: string): string[] {
  const [taiwan = '', mainland = '', others = ''] = CITIES[zone] ?? [];
  const name = plain(zone);
  const city = name.split('/').at(-1) ?? '';
  return [name, city, taiwan, mainland, others, ...others.split(' ')].filter((word) => word !== '');
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim().replaceAll('_', ' ');
}
