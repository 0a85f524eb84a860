import type { Schedule } from '../../src/daily/model.ts';
import { firstRun } from '../../src/daily/owed.ts';
import { beginning } from '../../src/daily/sequence.ts';
import { renderScheduled } from '../../src/render/schedule.ts';
import type { InterfaceLanguage } from '../../src/words/language.ts';
import {
  type CommandRequest,
  privateReply,
  type Reply,
  type Services,
  UserError,
} from '../command.ts';
import { managedServer } from './chosen.ts';
import { viewOf } from './view.ts';
import { settingsIn } from './wanted.ts';

/** What a schedule is where nothing was chosen. */
const STANDARD = {
  days: [1, 2, 3, 4, 5, 6, 7],
  articleId: null,
  paragraphs: 1,
  show: 'settings',
  order: 'sequence',
  atEnd: 'next',
  thread: false,
  roleId: null,
  tagId: null,
  quiz: false,
} as const;

/** Where most who speak a language are; an English speaker may be anywhere. */
const LIKELY_ZONES: Readonly<Record<InterfaceLanguage, string | null>> = {
  en: null,
  'zh-TW': 'Asia/Taipei',
  'zh-CN': 'Asia/Shanghai',
};

/** Sets up a schedule, and shows when its first posts come. */
export async function addSchedule(request: CommandRequest, services: Services): Promise<Reply> {
  const guildId = managedServer(request);
  const { now, words, userId, preferences } = request;
  const settings = settingsIn(request, services, null);
  const { time, channelId } = settings;
  if (time === undefined || channelId === undefined) throw new TypeError('an option is missing');
  const others = await services.schedules.ofServer(guildId);
  const known = others.at(-1)?.zone ?? preferences.timeZone ?? LIKELY_ZONES[words.language];
  const zone = settings.zone ?? known;
  if (zone === null) throw new UserError((all) => all.scheduleRefusal.zoneMissing);
  const plan = { ...STANDARD, ...settings, time, channelId, zone };
  const schedule: Schedule = {
    ...plan,
    id: newId(now, services.random),
    guildId,
    language: words.language,
    createdBy: userId,
    creatorLanguage: words.language,
    createdAt: now,
    paused: null,
    position: beginning(plan, Math.floor(services.random() * 2 ** 32)),
    next: firstRun(plan, now),
  };
  if (!(await services.schedules.add(schedule))) {
    throw new UserError((all) => all.scheduleRefusal.full);
  }
  const view = viewOf(schedule, request, services);
  return privateReply(renderScheduled(words, view, words.schedule.added, { undo: true }));
}

/** A short id: when the schedule was made, and chance for those made in the same millisecond. */
function newId(now: number, random: () => number): string {
  const chance = Math.floor(random() * 36 ** 5);
  return `${now.toString(36)}${chance.toString(36).padStart(5, '0')}`.slice(-16);
}
