import { WEEKDAYS, type Weekday } from './local-day.ts';

/** The sets of days that have a name. */
export const DAY_SETS = {
  all: WEEKDAYS,
  weekdays: [1, 2, 3, 4, 5],
  weekends: [6, 7],
} as const satisfies Record<string, readonly Weekday[]>;
export type DaySet = keyof typeof DAY_SETS;

const SET_NAMES: Readonly<Record<string, DaySet>> = {
  all: 'all',
  everyday: 'all',
  daily: 'all',
  每天: 'all',
  每日: 'all',
  天天: 'all',
  全部: 'all',
  weekdays: 'weekdays',
  weekday: 'weekdays',
  workdays: 'weekdays',
  平日: 'weekdays',
  工作日: 'weekdays',
  上班日: 'weekdays',
  weekends: 'weekends',
  weekend: 'weekends',
  週末: 'weekends',
  周末: 'weekends',
  假日: 'weekends',
};

const ENGLISH = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const ENGLISH_DAY =
  /^(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?$/;
const CHINESE = '一二三四五六日';
const CHINESE_WEEK = /(?:星期|禮拜|礼拜|週|周)/gu;
/** What stands between the first and the last day of a stretch. */
const TO = /^(?:-|–|~|to|through|到|至)$/u;

/**
 * The days that somebody wrote, in the order of the week: all, weekdays, weekends, or a list such as
 * `mon, wed fri`, `Monday to Friday`, 一三五, 週一到週五. Null when something in it is no day.
 */
export function parseDays(text: string): Weekday[] | null {
  const plain = text.normalize('NFKC').toLowerCase().trim();
  const set = SET_NAMES[plain.replaceAll(/\s/gu, '')];
  if (set !== undefined) return [...DAY_SETS[set]];
  const chosen = new Set<Weekday>();
  let last: Weekday | null = null;
  let open: Weekday | null = null;
  for (const word of wordsOf(plain)) {
    if (TO.test(word)) {
      if (last === null || open !== null) return null;
      open = last;
      continue;
    }
    const day = dayNamed(word);
    if (day === null) return null;
    for (const one of open === null ? [day] : stretch(open, day)) chosen.add(one);
    last = day;
    open = null;
  }
  if (chosen.size === 0 || open !== null) return null;
  return WEEKDAYS.filter((day) => chosen.has(day));
}

/** Which named set `days` is, or null when it has no name. */
export function daySetOf(days: readonly Weekday[]): DaySet | null {
  const names: readonly DaySet[] = ['all', 'weekdays', 'weekends'];
  return names.find((name) => DAY_SETS[name].join() === days.join()) ?? null;
}

function wordsOf(text: string): string[] {
  return text
    .replaceAll(CHINESE_WEEK, ' ')
    .replaceAll(/[一二三四五六日天到至~–-]/gu, ' $& ')
    .split(/[\s,、，;/&+.。和跟與与及]+|\band\b/u)
    .filter((word) => word !== '');
}

function dayNamed(word: string): Weekday | null {
  const index = ENGLISH_DAY.test(word)
    ? ENGLISH.indexOf(word.slice(0, 3))
    : CHINESE.indexOf(word.replace('天', '日'));
  return WEEKDAYS[index] ?? null;
}

/** From `first` to `last`, over the end of the week if need be: Saturday to Monday is three days. */
function stretch(first: Weekday, last: Weekday): Weekday[] {
  const length = (last - first + 7) % 7;
  return Array.from({ length: length + 1 }, (_, step) => WEEKDAYS[(first - 1 + step) % 7] ?? 1);
}
