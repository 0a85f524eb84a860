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
import type { Command } from '../../commands/command.ts';

/** What Discord is told of the commands: they work in servers, direct messages and anywhere else. */
export function registrationBody(
  commands: readonly Command[],
): RESTPutAPIApplicationCommandsJSONBody {
  return commands.map(({ data }) => ({
    type: ApplicationCommandType.ChatInput,
    ...data,
    integration_types: [
      ApplicationIntegrationType.GuildInstall,
      ApplicationIntegrationType.UserInstall,
    ],
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ],
  }));
}

/**
 * Registers `commands` when they differ from what Discord has, and says whether it did. Creating
 * is limited to 200 a day, and every change makes members reload, so nothing is sent unasked.
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  commands: readonly Command[],
): Promise<boolean> {
  const route = Routes.applicationCommands(applicationId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const wanted = registrationBody(commands);
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
      .filter(([key, one]) => !ADDED.has(key) && one !== null && one !== undefined && one !== false)
      .map(([key, one]): [string, unknown] => [key, comparable(one)])
      .filter(([, one]) => !(Array.isArray(one) && one.length === 0))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
