import { ApplicationCommandOptionType, PermissionFlagsBits } from 'discord-api-types/v10';
import { type Name, named, type Words } from '../src/words/index.ts';
import {
  type Command,
  type CommandRequest,
  privateReply,
  type Reply,
  type Services,
} from './command.ts';
import { addSchedule } from './daily/add.ts';
import { dailyButtons } from './daily/buttons.ts';
import { editSchedule } from './daily/edit.ts';
import { askToRemove, pauseSchedule, postNow, resumeSchedule, skipNext } from './daily/going.ts';
import { listSchedules, previewNext, showHistory } from './daily/looking.ts';
import { completeDaily, placeOptions, scheduleOption, settingOptions } from './daily/options.ts';

type Run = (request: CommandRequest, services: Services) => Promise<Reply>;

/** The subcommands by their English names, in the order in which Discord shows them. */
const RUNS: Readonly<Record<string, Run>> = {
  add: addSchedule,
  list: async (request, services) => privateReply(await listSchedules(request, services)),
  edit: editSchedule,
  pause: pauseSchedule,
  resume: resumeSchedule,
  remove: askToRemove,
  preview: previewNext,
  now: postNow,
  skip: skipNext,
  history: showHistory,
};

export const daily: Command = {
  data: {
    ...named((words) => words.daily.daily),
    serverOnly: true,
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    options: [
      subcommand((words) => words.daily.add, [...placeOptions(true), ...settingOptions()]),
      subcommand((words) => words.daily.list, []),
      subcommand(
        (words) => words.daily.edit,
        [scheduleOption(), ...placeOptions(false), ...settingOptions()],
      ),
      ...(['pause', 'resume', 'remove', 'preview', 'now', 'skip', 'history'] as const).map((name) =>
        subcommand((words) => words.daily[name], [scheduleOption()]),
      ),
    ],
  },

  run(request, services) {
    const run = RUNS[request.subcommand ?? ''];
    if (run === undefined) throw new TypeError(`no subcommand ${request.subcommand}`);
    return run(request, services);
  },

  complete: completeDaily,

  components: dailyButtons,
};

function subcommand(pick: (words: Words) => Name, options: ReturnType<typeof settingOptions>) {
  const type = ApplicationCommandOptionType.Subcommand as const;
  return { type, ...named(pick), options };
}
