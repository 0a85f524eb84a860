import { ApplicationCommandOptionType, PermissionFlagsBits } from 'discord-api-types/v10';
import { named } from '../src/words/index.ts';
import { type Command, privateReply } from './command.ts';
import { settingsMessage } from './settings.ts';

export const server: Command = {
  data: {
    ...named((words) => words.settings.server),
    serverOnly: true,
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        ...named((words) => words.settings.serverSettings),
      },
    ],
  },

  async run(request, services) {
    return privateReply(await settingsMessage('server', request, services));
  },
};
