import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import { DAY_SETS, parseDays } from '../../src/daily/days.ts';
import { offsetAt } from '../../src/daily/local-day.ts';
import { ENDS, ORDERS, SHOWS } from '../../src/daily/model.ts';
import { offsetName, zonesFor } from '../../src/daily/zone.ts';
import { fold } from '../../src/language/fold.ts';
import { daysText, plainPlace, zoneCity } from '../../src/render/schedule-text.ts';
import { choice, named } from '../../src/words/index.ts';
import type { Completion, CompletionRequest, Services } from '../command.ts';
import { completeArticle } from '../options.ts';
import { POST_CHANNELS } from './target.ts';
import { WHOLE_LIBRARY } from './wanted.ts';

const { String: Text, Integer, Boolean: Flag, Channel, Role } = ApplicationCommandOptionType;
const MAX_PARAGRAPHS = 5;
/** As many as Discord shows: to look at a zone for the first time costs a moment. */
const MAX_ZONES = 25;

/** Which of the server's schedules; needless where there is one. */
export function scheduleOption(): APIApplicationCommandBasicOption {
  const words = named((all) => all.daily.options.schedule);
  return { type: Text, ...words, autocomplete: true };
}

/** Where and when: what a new schedule must say, and an old one may. */
export function placeOptions(required: boolean): APIApplicationCommandBasicOption[] {
  return [
    {
      type: Channel,
      ...named((words) => words.daily.options.channel),
      channel_types: [...POST_CHANNELS],
      required,
    },
    { type: Text, ...named((words) => words.daily.options.time), required },
  ];
}

/** What may be chosen or left alone. */
export function settingOptions(): APIApplicationCommandBasicOption[] {
  return [
    { type: Text, ...named((words) => words.daily.options.zone), autocomplete: true },
    { type: Text, ...named((words) => words.daily.options.days), autocomplete: true },
    { type: Text, ...named((words) => words.daily.options.article), autocomplete: true },
    {
      type: Integer,
      ...named((words) => words.daily.options.paragraphs),
      min_value: 1,
      max_value: MAX_PARAGRAPHS,
    },
    {
      type: Text,
      ...named((words) => words.daily.options.show),
      choices: SHOWS.map((show) => choice(show, (words) => words.daily.shows[show])),
    },
    {
      type: Text,
      ...named((words) => words.daily.options.order),
      choices: ORDERS.map((order) => choice(order, (words) => words.daily.orders[order])),
    },
    {
      type: Text,
      ...named((words) => words.daily.options.end),
      choices: ENDS.map((end) => choice(end, (words) => words.daily.ends[end])),
    },
    { type: Flag, ...named((words) => words.daily.options.thread) },
    { type: Role, ...named((words) => words.daily.options.role) },
    { type: Text, ...named((words) => words.daily.options.tag), autocomplete: true },
    { type: Flag, ...named((words) => words.daily.options.quiz) },
  ];
}

/** What is suggested while an option is typed. */
export async function completeDaily(
  request: CompletionRequest,
  services: Services,
): Promise<Completion[]> {
  const { focused, words, now } = request;
  switch (focused.name) {
    case 'schedule':
      return completeSchedule(request, services);
    case 'zone':
      return zonesFor(focused.text, now)
        .slice(0, MAX_ZONES)
        .map((zone) => ({
          name: words.schedule.zoneChoice(
            zoneCity(words, zone),
            offsetName(zone, now),
            new Date(now + offsetAt(zone, now)).toISOString().slice(11, 16),
          ),
          value: zone,
        }));
    case 'days':
      return completeDays(request);
    case 'tag':
      return completeTag(request);
    default: {
      const all = { name: words.daily.wholeLibrary, value: WHOLE_LIBRARY };
      const found = completeArticle(focused.text, services);
      return focused.text.trim() === '' ? [all, ...found] : found;
    }
  }
}

async function completeSchedule(
  { guildId, managesServer, words, focused }: CompletionRequest,
  { schedules, library }: Services,
): Promise<Completion[]> {
  if (guildId === null || !managesServer) return [];
  const all = await schedules.ofServer(guildId);
  return all
    .map((one, index) => ({
      name: plainPlace(words, one, index + 1, library.byId(one.articleId ?? '')),
      value: one.id,
    }))
    .filter(({ name }) => name.includes(focused.text.trim()));
}

/** The tags of the forum that was chosen; other channels have none. */
function completeTag({ focused, options }: CompletionRequest): Completion[] {
  const typed = fold(focused.text.trim());
  return (options.channel('channel')?.tags ?? [])
    .filter(({ name }) => fold(name).includes(typed))
    .map(({ id, name }) => ({ name, value: id }));
}

/** The named sets of days, or what was typed as it is understood. */
function completeDays({ focused, words }: CompletionRequest): Completion[] {
  const typed = parseDays(focused.text);
  if (typed !== null) return [{ name: daysText(words, typed), value: focused.text }];
  const sets = ['all', 'weekdays', 'weekends'] as const;
  return sets.map((set) => ({ name: daysText(words, DAY_SETS[set]), value: set }));
}
