import { z } from 'zod';
import type { Article } from '../article/article.ts';
import type { Instant, Schedule } from '../daily/model.ts';
import type { Run } from '../daily/owed.ts';
import type { Words } from '../words/index.ts';
import { countingNumber, defineCustomId } from './custom-id.ts';
import {
  button,
  COLOUR,
  container,
  type MessageBody,
  messageOf,
  renderNotice,
  row,
  textDisplay,
} from './message.ts';
import { moment, placeTitle, settingsText, timestamp, zoneText } from './schedule-text.ts';

/** What the buttons under a schedule do; its id follows. */
const SCHEDULE_ACTIONS = ['preview', 'test', 'undo', 'remove', 'keep'] as const;

export const scheduleButton = defineCustomId(
  'daily',
  z.tuple([z.enum(SCHEDULE_ACTIONS), z.string().regex(/^[\w-]{1,16}$/)]),
);

/** A button to a page of the list; the first part keeps two such buttons apart. */
export const scheduleListButton = defineCustomId(
  'daily-list',
  z.tuple([z.enum(['previous', 'next']), countingNumber]),
);

/** As many as fit a message with everything chosen. */
const PER_PAGE = 8;

export interface ScheduleView {
  readonly schedule: Schedule;
  /** The article it was set up with; null for the whole library. */
  readonly article: Article | null;
  readonly next: readonly Run[];
  readonly now: Instant;
}

/** A schedule that was just set up, changed or let go on: what it does, when, and what one can do. */
export function renderScheduled(
  words: Words,
  view: ScheduleView,
  title: string,
  { undo = false } = {},
): MessageBody {
  const { schedule } = view;
  const buttons = [
    button(scheduleButton.write('preview', schedule.id), words.schedule.preview, {
      emoji: '👁️',
      primary: true,
    }),
    button(scheduleButton.write('test', schedule.id), words.schedule.test, { emoji: '📮' }),
    ...(undo
      ? [button(scheduleButton.write('undo', schedule.id), words.schedule.undo, { emoji: '↩️' })]
      : []),
  ];
  return messageOf([
    container([
      textDisplay(`## ${title}\n**${placeTitle(words, schedule)}**`),
      textDisplay(runsText(words, view.next)),
      textDisplay(settingsLines(words, view)),
    ]),
    row(...buttons),
  ]);
}

/** What was done, in a few words. */
export function renderDone(text: string): MessageBody {
  return messageOf([container([textDisplay(text)])]);
}

/** The runs to come, each in the reader's own time. */
export function runsText(words: Words, runs: readonly Run[]): string {
  if (runs.length === 0) return words.schedule.nothingNext;
  const lines = runs.map(({ at }) => `- ${moment(words, at)}`);
  return [words.schedule.nextPosts, ...lines].join('\n');
}

function settingsLines(words: Words, { schedule, article, now }: ScheduleView): string {
  return `-# ${zoneText(words, schedule.zone, now)}\n-# ${settingsText(words, schedule, article)}`;
}

/** Every schedule of a server with its next post, a page at a time; `page` counts from 1. */
export function renderScheduleList(
  words: Words,
  views: readonly ScheduleView[],
  page: number,
): MessageBody {
  if (views.length === 0) return renderNotice(words.schedule.none);
  const pages = Math.ceil(views.length / PER_PAGE);
  const at = Math.min(page, pages);
  const first = (at - 1) * PER_PAGE;
  const shown = views.slice(first, first + PER_PAGE);
  const entries = shown.map((view, index) => entry(words, view, first + index + 1));
  const heading = `## ${words.schedule.listTitle}`;
  const title = pages > 1 ? `${heading}\n-# ${words.common.page(at, pages)}` : heading;
  const list = container([textDisplay([title, ...entries].join('\n'))]);
  if (pages === 1) return messageOf([list]);
  return messageOf([
    list,
    row(
      button(scheduleListButton.write('previous', Math.max(1, at - 1)), words.common.previousPage, {
        emoji: '◀️',
        disabled: at === 1,
      }),
      button(scheduleListButton.write('next', Math.min(pages, at + 1)), words.common.nextPage, {
        emoji: '▶️',
        disabled: at === pages,
      }),
    ),
  ]);
}

function entry(words: Words, view: ScheduleView, number: number): string {
  const { schedule, next } = view;
  const [run] = next;
  const coming = run === undefined ? words.schedule.nothingNext : nextText(words, run);
  const state = schedule.paused === null ? coming : pausedText(words, schedule.paused);
  const place = `**${number}. ${placeTitle(words, schedule)}**`;
  return `${place}\n${state}\n${settingsLines(words, view)}`;
}

function nextText(words: Words, { at }: Run): string {
  return words.schedule.next(moment(words, at));
}

function pausedText(words: Words, { reason, since }: NonNullable<Schedule['paused']>): string {
  const { pausedByHand, reasons, paused } = words.schedule;
  const why = reason === 'by-hand' ? pausedByHand : reasons[reason];
  return `⏸️ ${paused(why, timestamp(since, 'f'))}`;
}

/** Asks once whether a schedule is to be removed for good. */
export function renderRemoveQuestion(words: Words, schedule: Schedule): MessageBody {
  const { askRemove, removeIt, keepIt } = words.schedule;
  return messageOf([
    container([textDisplay(askRemove(placeTitle(words, schedule)))], COLOUR.notice),
    row(
      button(scheduleButton.write('remove', schedule.id), removeIt, { emoji: '🗑️' }),
      button(scheduleButton.write('keep', schedule.id), keepIt),
    ),
  ]);
}
