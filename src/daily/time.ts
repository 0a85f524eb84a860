import { numbersIn } from '../language/numbers.ts';

/** A time of day by a 24-hour clock. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

/**
 * Why a text is no time of day: it is none at all, its hour is above 23 (or above 12 with am or pm),
 * its minute above 59, or it says twelve without saying whether noon or midnight is meant.
 */
export type TimeProblem =
  | { readonly problem: 'unreadable' }
  | { readonly problem: 'hour'; readonly hour: number }
  | { readonly problem: 'half'; readonly hour: number }
  | { readonly problem: 'minute'; readonly minute: number }
  | { readonly problem: 'twelve' };

/** Which hours a word for a part of the day speaks of. */
type Part = 'am' | 'pm' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

const PARTS: readonly (readonly [RegExp, Part])[] = [
  [/^(?:凌晨|半夜)/u, 'night'],
  [/^(?:早上|早晨|清晨|上午|早)/u, 'morning'],
  [/^中午/u, 'noon'],
  [/^(?:下午|傍晚|午後|午后)/u, 'afternoon'],
  [/^(?:晚上|夜晚|夜裡|夜里|晚間|晚间|晚)/u, 'evening'],
  [/^am|am$/u, 'am'],
  [/^pm|pm$/u, 'pm'],
];

/** Times with a name of their own, as minutes after midnight. */
const NAMED: Readonly<Record<string, number>> = {
  noon: 720,
  midday: 720,
  正午: 720,
  中午: 720,
  midnight: 0,
  午夜: 0,
  半夜: 0,
};

const CLOCK = /^(\d{1,2})(?:[:.](\d{1,2}))?$/;
const FOUR_DIGITS = /^(\d{2})(\d{2})$/;
const CHINESE = /^(\d{1,2})[點点時时](?:(半)|(一刻|三刻)|(?:(\d{1,2})分?)|整|鐘|钟)?$/u;
const NUMERALS = /[〇零一二兩两三四五六七八九十]+/gu;

/**
 * The time of day that somebody wrote: 8:00, 08:00, 0800, 8am, 8:30 p.m., 20:30, noon, 早上8點,
 * 晚上八點半. What is none, as 24:05 and 99:30, is refused with the reason.
 */
export function parseTime(text: string): TimeOfDay | TimeProblem {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');
  const tidy = plain.replaceAll(/([ap])\.m\.?/gu, '$1m');
  const named = NAMED[tidy];
  if (named !== undefined) return { hour: named / 60, minute: 0 };
  const [mark, part] = PARTS.find(([pattern]) => pattern.test(tidy)) ?? [];
  const clock = readClock(mark === undefined ? tidy : tidy.replace(mark, ''));
  if (clock === null) return { problem: 'unreadable' };
  const { hour, minute } = clock;
  if (hour > 23) return { problem: 'hour', hour };
  if (minute > 59) return { problem: 'minute', minute };
  if (part === undefined) return { hour, minute };
  const on24 = hourIn(part, hour);
  if (on24 === 'half') return { problem: 'half', hour };
  return on24 === 'twelve' ? { problem: 'twelve' } : { hour: on24, minute };
}

/** What stands on the clock, before it is known in which half of the day. */
function readClock(text: string): TimeOfDay | null {
  const digits = text.replaceAll(NUMERALS, (numeral, at: number) =>
    // 一刻 and 三刻 are quarters of an hour, not numbers.
    text.startsWith('刻', at + numeral.length) ? numeral : String(numbersIn(numeral)[0]?.value),
  );
  const [, hour, minute = '0'] = CLOCK.exec(digits) ?? FOUR_DIGITS.exec(digits) ?? [];
  if (hour !== undefined) return { hour: Number(hour), minute: Number(minute) };
  const [, spoken, half, quarter, minutes = '0'] = CHINESE.exec(digits) ?? [];
  if (spoken === undefined) return null;
  const quarters: Readonly<Record<string, number>> = { 一刻: 15, 三刻: 45 };
  const past = half === undefined ? quarters[quarter ?? ''] : 30;
  return { hour: Number(spoken), minute: past ?? Number(minutes) };
}

/**
 * The hour by a 24-hour clock that `hour` is in a part of the day: `half` when it is none, `twelve`
 * when it could be either of two.
 */
function hourIn(part: Part, hour: number): number | 'half' | 'twelve' {
  switch (part) {
    case 'am':
      return hour > 12 || hour === 0 ? 'half' : hour % 12;
    case 'pm':
      return hour > 12 || hour === 0 ? 'half' : (hour % 12) + 12;
    case 'night':
      return hour === 12 ? 0 : within(hour, 0, 6);
    case 'morning':
      return hour === 12 ? 'twelve' : within(hour, 0, 11);
    case 'noon':
      return hour >= 11 ? within(hour, 11, 14) : within(hour + 12, 13, 14);
    case 'afternoon':
      return hour >= 12 ? within(hour, 12, 19) : within(hour + 12, 13, 19);
    case 'evening':
      if (hour === 12) return 0;
      return hour > 12 ? within(hour, 17, 23) : within(hour + 12, 17, 23);
  }
}

function within(hour: number, first: number, last: number): number | 'half' {
  return hour >= first && hour <= last ? hour : 'half';
}
