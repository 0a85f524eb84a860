import { localDayAt } from '../../src/daily/local-day.ts';
import type { Schedule } from '../../src/daily/model.ts';
import { firstRun } from '../../src/daily/owed.ts';
import { type Excerpt, nextExcerpt } from '../../src/daily/sequence.ts';
import {
  renderDone,
  renderRemoveQuestion,
  renderScheduled,
  runsText,
} from '../../src/render/schedule.ts';
import { placeText, timestamp } from '../../src/render/schedule-text.ts';
import {
  type CommandRequest,
  privateReply,
  type Reply,
  type Services,
  UserError,
} from '../command.ts';
import { chosenSchedule, stillThere } from './chosen.ts';
import { nextRun } from './edit.ts';
import { viewOf } from './view.ts';

/** How often a day `/daily now` works: a delivery's name has one digit for it. */
const MAX_EXTRA = 9;

export async function pauseSchedule(request: CommandRequest, services: Services): Promise<Reply> {
  const schedule = await chosenSchedule(request, services);
  const { words, now, guildId } = request;
  const place = placeText(words, schedule);
  if (schedule.paused !== null)
    return privateReply(renderDone(words.schedule.alreadyPaused(place)));
  const paused = { reason: 'by-hand', since: now } as const;
  stillThere(await services.schedules.change(schedule.id, { paused }), guildId ?? '');
  return privateReply(renderDone(words.schedule.pausedNow(place)));
}

export async function resumeSchedule(request: CommandRequest, services: Services): Promise<Reply> {
  const schedule = await chosenSchedule(request, services);
  const { words, now, guildId } = request;
  if (schedule.paused === null) {
    return privateReply(renderDone(words.schedule.notPaused(placeText(words, schedule))));
  }
  nextExcerptOf(schedule, services);
  const next = await nextRun(schedule, now, services);
  const changed = await services.schedules.change(schedule.id, { paused: null, next });
  const view = viewOf(stillThere(changed, guildId ?? ''), request, services);
  return privateReply(renderScheduled(words, view, words.schedule.resumed));
}

/** Asks whether to remove a schedule; the buttons below do it. */
export async function askToRemove(request: CommandRequest, services: Services): Promise<Reply> {
  const schedule = await chosenSchedule(request, services);
  return privateReply(renderRemoveQuestion(request.words, schedule));
}

/** Has the next excerpt posted at once, besides the daily ones. */
export async function postNow(request: CommandRequest, services: Services): Promise<Reply> {
  const schedule = await chosenSchedule(request, services);
  const { words, now } = request;
  demandGoing(schedule);
  nextExcerptOf(schedule, services);
  const today = localDayAt(schedule.zone, now);
  for (let extra = 1; extra <= MAX_EXTRA; extra += 1) {
    const name = { scheduleId: schedule.id, day: `${today}+${extra}` };
    if (await services.deliveries.add(name, now, 'owed')) {
      return privateReply(renderDone(words.schedule.nowComing(`<#${schedule.channelId}>`)));
    }
  }
  throw new UserError((all) => all.schedule.nowTooMany);
}

/** Leaves the next post out. Its paragraph comes with the one after it. */
export async function skipNext(request: CommandRequest, services: Services): Promise<Reply> {
  const schedule = await chosenSchedule(request, services);
  const { words, guildId } = request;
  demandGoing(schedule);
  const { next } = schedule;
  if (next === null) throw new UserError((all) => all.schedule.nothingNext);
  const name = { scheduleId: schedule.id, day: next.day };
  if (!(await services.deliveries.add(name, next.at, 'skipped'))) {
    throw new UserError((all) => all.schedule.skipTooLate);
  }
  const change = { next: firstRun(schedule, next.at, next.day) };
  const changed = stillThere(await services.schedules.change(schedule.id, change), guildId ?? '');
  const { next: runs } = viewOf(changed, request, services);
  const said = words.schedule.skipped(timestamp(next.at, 'F'));
  return privateReply(renderDone(`${said}\n${runsText(words, runs)}`));
}

/** What comes next; a UserError says why nothing can. */
export function nextExcerptOf(schedule: Schedule, { library }: Pick<Services, 'library'>): Excerpt {
  const next = nextExcerpt(schedule, schedule.position, library.articles);
  if (next.kind === 'excerpt') return next.excerpt;
  throw new UserError(({ schedule: said }) =>
    next.kind === 'finished' ? said.ended : said.articleGone,
  );
}

function demandGoing({ paused }: Schedule): void {
  if (paused !== null) throw new UserError((words) => words.schedule.resumeFirst);
}
