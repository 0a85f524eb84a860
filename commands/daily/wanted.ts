import { ChannelType } from 'discord-api-types/v10';
import { ENDS, ORDERS, type Schedule, type ScheduleChange, SHOWS } from '../../src/daily/model.ts';
import { type ChosenRole, type CommandRequest, type Services, UserError } from '../command.ts';
import { articleIn } from '../options.ts';
import { demandPostable, tagNamed } from './target.ts';
import { daysWritten, timeWritten, zoneWritten } from './written.ts';

/** The value of the `article` option that stands for all of them. */
export const WHOLE_LIBRARY = '*';

/** What of a schedule can be chosen in the options of a command. */
type Settings = Omit<ScheduleChange, 'createdBy' | 'paused' | 'position' | 'next'>;

/**
 * What the options of `/daily add` and `edit` ask for, as far as they were filled in. `before` is the
 * schedule that is changed, whose settings stand where nothing was chosen. Throws a UserError for
 * what cannot be had.
 */
export function settingsIn(
  request: CommandRequest,
  services: Services,
  before: Pick<Schedule, 'thread'> | null,
): Settings {
  const { options, now } = request;
  const [time, zone, days] = [options.text('time'), options.text('zone'), options.text('days')];
  const [paragraphs, thread] = [options.number('paragraphs'), options.flag('thread')];
  const quiz = options.flag('quiz');
  const show = SHOWS.find((one) => one === options.text('show'));
  const order = ORDERS.find((one) => one === options.text('order'));
  const atEnd = ENDS.find((one) => one === options.text('at-end'));
  const role = roleIn(request);
  return {
    ...(time === null ? {} : { time: timeWritten(time) }),
    ...(zone === null ? {} : { zone: zoneWritten(zone, now) }),
    ...(days === null ? {} : { days: daysWritten(days) }),
    ...articleChosen(request, services),
    ...(paragraphs === null ? {} : { paragraphs }),
    ...(show === undefined ? {} : { show }),
    ...(order === undefined ? {} : { order }),
    ...(atEnd === undefined ? {} : { atEnd }),
    ...(thread === null ? {} : { thread }),
    ...(quiz === null ? {} : { quiz }),
    ...(role === undefined ? {} : { roleId: role?.id ?? null }),
    ...targetChosen(request, { thread: thread ?? before?.thread ?? false, role: role ?? null }),
  };
}

/** The role to mention: undefined when none was chosen, null for @everyone, which means nobody. */
function roleIn({ options, guildId }: CommandRequest): ChosenRole | null | undefined {
  const role = options.role('role');
  if (role === null) return undefined;
  // The role @everyone has the id of its server.
  return role.id === guildId ? null : role;
}

function articleChosen({ options }: CommandRequest, services: Services) {
  if (options.text('article') === null) return {};
  if (options.text('article') === WHOLE_LIBRARY) return { articleId: null };
  return { articleId: articleIn(options, services)?.id ?? null };
}

function targetChosen(
  { options }: CommandRequest,
  wishes: { readonly thread: boolean; readonly role: ChosenRole | null },
): Settings {
  const channel = options.channel('channel');
  const tag = options.text('tag');
  if (channel === null) {
    // What the bot may do in a channel comes with the option that names it, and only with that.
    const unchecked = wishes.role !== null && !wishes.role.mentionable;
    if (tag === null && options.flag('thread') !== true && !unchecked) return {};
    throw new UserError((words) => words.scheduleRefusal.needsChannel);
  }
  demandPostable(channel, wishes);
  const tagId = tagNamed(channel, tag);
  // A forum post is a thread already.
  const forum = channel.type === ChannelType.GuildForum;
  return { channelId: channel.id, tagId, ...(forum ? { thread: false } : {}) };
}
