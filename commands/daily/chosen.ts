import type { Schedule } from '../../src/daily/model.ts';
import { placeTitle } from '../../src/render/schedule-text.ts';
import { type CommandRequest, type Request, type Services, UserError } from '../command.ts';

/**
 * The server of a request, which its member may manage. Discord hides the command from others, but
 * whoever may change permissions can show it to them again, so it is checked here, too.
 */
export function managedServer({ guildId, managesServer }: Request): string {
  if (guildId === null) throw new UserError((words) => words.scheduleRefusal.notInServer);
  if (!managesServer) throw new UserError((words) => words.scheduleRefusal.notManager);
  return guildId;
}

/** The schedule that a command names, by its id or by its number in the list, or the only one. */
export async function chosenSchedule(
  request: CommandRequest,
  { schedules }: Services,
): Promise<Schedule> {
  const all = await schedules.ofServer(managedServer(request));
  const [only, ...others] = all;
  if (only === undefined) throw new UserError((words) => words.schedule.none);
  const named = request.options.text('schedule');
  if (named === null && others.length === 0) return only;
  const byNumber = /^\d{1,2}/.exec(named ?? '')?.[0];
  const found = all.find(({ id }) => id === named) ?? all[Number(byNumber) - 1];
  if (found !== undefined) return found;
  throw new UserError((words) => {
    const list = all.map((one, index) => `${index + 1}. ${placeTitle(words, one)}`);
    return words.scheduleRefusal.which(list.join('\n'));
  });
}

/** The schedule of this id in the request's own server. Somebody else may have removed it. */
export async function scheduleById(
  request: Request,
  id: string,
  { schedules }: Services,
): Promise<Schedule> {
  const guildId = managedServer(request);
  return stillThere(await schedules.byId(id), guildId);
}

/** `schedule`, unless it is gone or another server's. */
export function stillThere(schedule: Schedule | null, guildId: string): Schedule {
  if (schedule !== null && schedule.guildId === guildId) return schedule;
  throw new UserError((words) => words.scheduleRefusal.gone);
}
