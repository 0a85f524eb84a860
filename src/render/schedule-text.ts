import type { Article } from '../article/article.ts';
import { daySetOf } from '../daily/days.ts';
import type { Weekday } from '../daily/local-day.ts';
import type { Instant, Schedule } from '../daily/model.ts';
import { cityOf, offsetName } from '../daily/zone.ts';
import { shorten } from '../language/characters.ts';
import type { Words } from '../words/index.ts';
import { escapeMarkdown } from './escape.ts';

/** The room for an article's title in a line about a schedule, in UTF-16 units. */
const MAX_TITLE = 60;

/** How Discord shows an instant to each reader in their own time: F is long, f short, R relative. */
export function timestamp(instant: Instant, style: 'F' | 'f' | 'R' | 'T'): string {
  return `<t:${Math.floor(instant / 1000)}:${style}>`;
}

/** An instant in full, and how far away it is. */
export function moment(words: Words, instant: Instant): string {
  const [full, away] = [timestamp(instant, 'F'), timestamp(instant, 'R')];
  return words.language === 'en' ? `${full} (${away})` : `${full}（${away}）`;
}

/** `08:00` */
function clockTime({ hour, minute }: Schedule['time']): string {
  return [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Every day, Monday to Friday, or the days one by one. */
export function daysText(words: Words, days: readonly Weekday[]): string {
  const set = daySetOf(days);
  if (set !== null) return words.daily.daySets[set];
  const names = days.map((day) => words.schedule.weekdays[day - 1] ?? '');
  return names.join(words.common.comma);
}

/** When and where a schedule posts, in one line: every day at 08:00 in #daily. */
export function placeText(words: Words, { days, time, channelId }: Schedule): string {
  return words.schedule.place(daysText(words, days), clockTime(time), `<#${channelId}>`);
}

/** The same with its first letter large, to begin a sentence. */
export function placeTitle(words: Words, schedule: Schedule): string {
  const text = placeText(words, schedule);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A schedule where nothing can be mentioned, as in a suggestion: its number, time, zone, days, text. */
export function plainPlace(
  words: Words,
  schedule: Schedule,
  number: number,
  article: Article | null,
): string {
  const { days, time, zone } = schedule;
  const text = article === null ? words.schedule.allArticles : titleOf(words, article);
  const parts = [clockTime(time), zoneCity(words, zone), daysText(words, days), text];
  return `${number}. ${parts.join(words.common.comma)}`;
}

/** What a schedule posts, and how: one line of settings. `article` is null for the whole library. */
export function settingsText(words: Words, schedule: Schedule, article: Article | null): string {
  const { schedule: said, daily } = words;
  const text =
    article === null
      ? said.allArticles
      : words.article.quoted(escapeMarkdown(titleOf(words, article)));
  return [
    text,
    said.paragraphs(schedule.paragraphs),
    daily.orders[schedule.order],
    said.atEnd[schedule.atEnd],
    said.shows[schedule.show],
    ...(schedule.thread ? [said.withThread] : []),
    ...(schedule.quiz ? [said.withQuiz] : []),
    ...(schedule.roleId === null ? [] : [said.withRole(`<@&${schedule.roleId}>`)]),
  ].join(words.common.dot);
}

/** A zone as people call it, with its name and what it adds to UTC at `now`. */
export function zoneText(words: Words, zone: string, now: Instant): string {
  return words.schedule.zone(zoneCity(words, zone), escapeMarkdown(zone), offsetName(zone, now));
}

/** The city that a zone is named after, in the reader's language where we know it. */
export function zoneCity(words: Words, zone: string): string {
  const city = cityOf(zone);
  return words.language === 'en' ? city.en : (city[words.language] ?? city.en);
}

function titleOf(words: Words, { title }: Article): string {
  return shorten(title[words.language === 'en' ? 'en' : 'zh'], MAX_TITLE);
}
