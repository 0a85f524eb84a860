import { isDeepStrictEqual } from 'node:util';
import type { REST } from 'discord.js';
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTGetAPIApplicationCommandsResult,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord-api-types/v10';
import type { Offer } from '../../commands/command.ts';

/** Most commands work in servers, in direct messages and anywhere else. */
const EVERYWHERE = {
  integration_types: [
    ApplicationIntegrationType.GuildInstall,
    ApplicationIntegrationType.UserInstall,
  ],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

const IN_SERVERS = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
};

/** What Discord is told of the commands and of the entries in the context menu of messages. */
export function registrationBody({
  commands,
  menus,
}: Offer): RESTPutAPIApplicationCommandsJSONBody {
  return [
    ...commands.map(({ data: { serverOnly = false, ...data } }) => ({
      type: ApplicationCommandType.ChatInput as const,
      ...data,
      ...(serverOnly ? IN_SERVERS : EVERYWHERE),
    })),
    ...menus.map(({ data }) => ({
      type: ApplicationCommandType.Message as const,
      ...data,
      ...EVERYWHERE,
    })),
  ];
}

/**
 * Registers what is offered when it differs from what Discord has, and says whether it did. Creating
 * is limited to 200 a day, and every change makes members reload, so nothing is sent unasked.
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  offer: Offer,
): Promise<boolean> {
  const route = Routes.applicationCommands(applicationId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const wanted = registrationBody(offer);
  const registered = await rest.get(route, { query });
  if (isDeepStrictEqual(comparable(registered), comparable(wanted))) return false;
  await (rest.put(route, { body: wanted }) as Promise<RESTGetAPIApplicationCommandsResult>);
  return true;
}

/** Keys that Discord adds, and values that it leaves out or fills in by default. */
const ADDED = new Set(['id', 'application_id', 'version', 'guild_id', 'nsfw', 'dm_permission']);

function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key, one]) =>
          !ADDED.has(key) && one !== null && one !== undefined && one !== false && one !== '',
      )
      .map(([key, one]): [string, unknown] => [key, comparable(one)])
      .filter(([, one]) => !(Array.isArray(one) && one.length === 0))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
