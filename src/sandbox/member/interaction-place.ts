import type { APIApplicationCommand } from 'discord-api-types/v10';
import {
  ApplicationIntegrationType,
  InteractionContextType as Context,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Channel, Guild, Person } from '../world/model.ts';
import { channelView, fullMemberView } from '../world/views.ts';
import type { World } from '../world/world.ts';
import { LineError } from './line.ts';

/** Where and by whom an interaction happens. */
export interface Place {
  person: Person;
  locale: string;
  channel: Channel;
  guild: Guild | undefined;
}

/** Whether the app itself is there: in the server, or in the conversation. */
export function appIsThere(world: World, { channel, guild }: Place): boolean {
  return guild ? guild.members.has(world.bot.id) : channel.recipientIds.includes(world.bot.id);
}

function contextOf(world: World, place: Place): Context {
  if (place.guild) return Context.Guild;
  return appIsThere(world, place) ? Context.BotDM : Context.PrivateChannel;
}

/** What an app that is only installed with its user may do: what everybody may who uses external apps. */
const GUEST =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.MentionEveryone |
  PermissionFlagsBits.UseExternalEmojis;

/**
 * Whether the app is installed for the place: on its server or, in a conversation with the bot, on
 * any server that the person shares with it.
 */
function installedByServer(world: World, place: Place): boolean {
  if (!appIsThere(world, place)) return false;
  const { guild, person } = place;
  return (
    guild !== undefined || world.botGuilds().some(({ members }) => members.has(person.user.id))
  );
}

function owners(world: World, place: Place): Record<string, string> {
  const { guild, person } = place;
  const server = installedByServer(world, place) ? { '0': guild?.id ?? '0' } : {};
  return { ...server, ...(person.installed && { '1': person.user.id }) };
}

/** The parts of INTERACTION_CREATE that tell the place. Keys that do not apply are left out, never null. */
export function placeParts(world: World, place: Place): object {
  const { person, locale, channel, guild } = place;
  const permissions = world.permissions(person.user.id, channel).toString();
  const app = appIsThere(world, place) ? world.permissions(world.bot.id, channel) : GUEST;
  const member = guild?.members.get(person.user.id);
  return {
    channel_id: channel.id,
    channel: { ...channelView(world, channel), ...(guild && { permissions }) },
    locale,
    app_permissions: app.toString(),
    context: contextOf(world, place),
    authorizing_integration_owners: owners(world, place),
    entitlements: [],
    attachment_size_limit: 10 * 1024 * 1024,
    ...(guild && {
      guild_id: guild.id,
      guild_locale: guild.preferredLocale,
      guild: { id: guild.id, locale: guild.preferredLocale, features: [] },
    }),
    ...(member
      ? { member: { ...fullMemberView(world, member), permissions } }
      : { user: person.user }),
  };
}

function allowedContext(command: APIApplicationCommand, context: Context): boolean {
  if (command.contexts) return command.contexts.includes(context);
  // Without contexts a command is offered everywhere, unless the older switch keeps it out of DMs.
  return context === Context.Guild || command.dm_permission !== false;
}

/** Throws a LineError where Discord's client would not offer the command to this member in this place. */
export function demandOffered(world: World, command: APIApplicationCommand, place: Place): void {
  const { person, guild, channel } = place;
  const types = command.integration_types ?? [ApplicationIntegrationType.GuildInstall];
  const byServer =
    installedByServer(world, place) && types.includes(ApplicationIntegrationType.GuildInstall);
  const byUser = person.installed && types.includes(ApplicationIntegrationType.UserInstall);
  const name = person.user.global_name ?? person.user.username;
  if (!byServer && !byUser) {
    throw new LineError(
      `${name} cannot use ${command.name} here: the app is not installed here for it.`,
    );
  }
  if (!allowedContext(command, contextOf(world, place))) {
    throw new LineError(`${command.name} is not offered in this kind of place.`);
  }
  const needed = command.default_member_permissions;
  if (!guild || needed === null || needed === undefined) return;
  const bits = world.permissions(person.user.id, channel);
  const has =
    (BigInt(needed) & ~bits) === 0n && (needed !== '0' || bits & PermissionFlagsBits.Administrator);
  if (!has) throw new LineError(`${name} lacks the permission that ${command.name} asks for.`);
}
