import type { Instant, Schedule, ScheduleChange } from '../../src/daily/model.ts';
import { firstRun, type Run } from '../../src/daily/owed.ts';
import { beginning, nextExcerpt } from '../../src/daily/sequence.ts';
import { renderScheduled } from '../../src/render/schedule.ts';
import {
  type CommandRequest,
  privateReply,
  type Reply,
  type Services,
  UserError,
} from '../command.ts';
import { chosenSchedule, stillThere } from './chosen.ts';
import { viewOf } from './view.ts';
import { settingsIn } from './wanted.ts';

/** Changes what was chosen of a schedule and leaves the rest. */
export async function editSchedule(request: CommandRequest, services: Services): Promise<Reply> {
  const before = await chosenSchedule(request, services);
  const settings = settingsIn(request, services, before);
  if (Object.keys(settings).length === 0) {
    throw new UserError((words) => words.scheduleRefusal.nothingToEdit);
  }
  const after = { ...before, ...settings, ...positionAfter(before, settings) };
  const mended = isMended(after, settings, services);
  const change: ScheduleChange = {
    ...settings,
    ...positionAfter(before, settings),
    ...(mended ? { paused: null } : {}),
    ...(mended || movesRuns(settings) ? { next: await nextRun(after, request.now, services) } : {}),
  };
  const { words, guildId } = request;
  const changed = stillThere(await services.schedules.change(before.id, change), guildId ?? '');
  const view = viewOf(changed, request, services);
  return privateReply(renderScheduled(words, view, words.schedule.edited));
}

/** The first run from `now` on that was not settled before: no day is posted twice. */
export async function nextRun(
  schedule: Schedule,
  now: Instant,
  { schedules }: Pick<Services, 'schedules'>,
): Promise<Run | null> {
  const history = await schedules.history(schedule.id, 25);
  const days = history.map(({ day }) => day).filter((day) => !day.includes('+'));
  const last = days.toSorted().at(-1) ?? null;
  return firstRun(schedule, now, last);
}

function movesRuns({ time, zone, days }: ScheduleChange): boolean {
  return time !== undefined || zone !== undefined || days !== undefined;
}

/** Another article begins at its beginning; so does another order, which counts otherwise. */
function positionAfter(before: Schedule, { articleId, order }: ScheduleChange): ScheduleChange {
  const { position } = before;
  if (articleId !== undefined && articleId !== null && articleId !== position.articleId) {
    return { position: { ...beginning({ ...before, articleId }, position.seed), round: 0 } };
  }
  if (order === undefined || order === before.order) return {};
  return { position: { ...position, last: 0 } };
}

/** Whether a schedule that stopped by itself can go on: its article or its channel was exchanged. */
function isMended(
  after: Schedule,
  { channelId }: ScheduleChange,
  { library }: Pick<Services, 'library'>,
): boolean {
  const reason = after.paused?.reason ?? 'by-hand';
  if (reason === 'by-hand') return false;
  const readable = nextExcerpt(after, after.position, library.articles).kind === 'excerpt';
  if (reason === 'finished' || reason === 'article-gone') return readable;
  return channelId !== undefined && readable;
}
