import { localDayAt } from '../../src/daily/local-day.ts';
import type { Schedule } from '../../src/daily/model.ts';
import type { MessageBody } from '../../src/render/message.ts';
import { renderScheduleList } from '../../src/render/schedule.ts';
import { renderHistory } from '../../src/render/schedule-history.ts';
import {
  type CommandRequest,
  privateReply,
  type Reply,
  type Request,
  type Services,
} from '../command.ts';
import { chosenSchedule, managedServer } from './chosen.ts';
import { nextExcerptOf } from './going.ts';
import { postBody } from './post-body.ts';
import { viewOf } from './view.ts';

const HISTORY = 20;

export async function listSchedules(
  request: Request,
  services: Services,
  page = 1,
): Promise<MessageBody> {
  const all = await services.schedules.ofServer(managedServer(request));
  const views = all.map((schedule) => viewOf(schedule, request, services));
  return renderScheduleList(request.words, views, page);
}

export async function previewNext(request: CommandRequest, services: Services): Promise<Reply> {
  return preview(await chosenSchedule(request, services), request, services);
}

/**
 * The next post as it will be, with the look that its server wants. Private, so that the role in it is
 * not called.
 */
export async function preview(
  schedule: Schedule,
  { now }: Pick<Request, 'now'>,
  services: Services,
): Promise<Reply> {
  const excerpt = nextExcerptOf(schedule, services);
  const day = schedule.next?.day ?? localDayAt(schedule.zone, now);
  const name = { scheduleId: schedule.id, day };
  const body = await postBody({ schedule, name, excerpt }, services.library, services, now);
  return privateReply({ ...body, allowed_mentions: { parse: [] } });
}

export async function showHistory(request: CommandRequest, services: Services): Promise<Reply> {
  const schedule = await chosenSchedule(request, services);
  const deliveries = await services.schedules.history(schedule.id, HISTORY);
  return privateReply(renderHistory(request.words, schedule, deliveries));
}
