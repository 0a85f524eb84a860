import { PermissionFlagsBits } from 'discord-api-types/v10';
import { invalidForm, refusal } from '../errors.ts';
import type { Interactions } from '../interactions.ts';
import type { UploadedFile } from '../world/attachments.ts';
import type { Channel, Guild, StoredMessage } from '../world/model.ts';
import type { World } from '../world/world.ts';

/** What the routes work on. */
export interface Discord {
  world: World;
  interactions: Interactions;
  gatewayUrl: () => string;
  /** Into how many shards Discord would have the bot spread its servers. */
  shards: number;
  /** Whether callbacks are refused with 10062 at the moment (a fault). */
  callbacksRefused: () => boolean;
}

/** A request after authorization, with its body parsed. `undefined` body: there was none. */
export interface RestRequest {
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: unknown;
  files: readonly UploadedFile[];
}

export interface Answer {
  status: number;
  body?: unknown;
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Under the API root; parts that begin with a colon are parameters. */
  path: string;
  /** `bot`: needs the bot's token. `open`: a token in the path, or none, is enough. */
  access: 'bot' | 'open';
  /** Interaction callbacks do not count against the 50 requests a second. */
  unlimited?: true;
  run(request: RestRequest, discord: Discord): Answer | Promise<Answer>;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const noContent: Answer = { status: 204 };

type Permission = keyof typeof PermissionFlagsBits;

export function param({ params }: RestRequest, name: string): string {
  return params[name] ?? '';
}

/** An id of the path. Discord refuses what is no snowflake with 50035. */
export function idParam(request: RestRequest, name: string): string {
  const value = param(request, name);
  if (/^\d{1,20}$/.test(value)) return value;
  const message = `Value "${value}" is not snowflake.`;
  throw invalidForm([{ path: [name], code: 'NUMBER_TYPE_COERCE', message }]);
}

function botMay(world: World, channel: Channel, permission: Permission): boolean {
  const bits = world.permissions(world.bot.id, channel);
  return (bits & PermissionFlagsBits[permission]) !== 0n;
}

/** Throws 50001 when the bot cannot see the channel, 50013 when it lacks one of the permissions. */
export function demand(world: World, channel: Channel, ...permissions: Permission[]): void {
  if (!botMay(world, channel, 'ViewChannel')) throw refusal.missingAccess();
  if (!permissions.every((each) => botMay(world, channel, each)))
    throw refusal.missingPermissions();
}

/** The channel of the path, which the bot must be able to see. */
export function channelOf(request: RestRequest, { world }: Discord): Channel {
  const channel = world.channels.get(idParam(request, 'channel_id'));
  if (!channel) throw refusal.unknownChannel();
  if (world.guildOf(channel)?.unavailable) throw refusal.missingAccess();
  demand(world, channel);
  return channel;
}

/** The guild of the path, which the bot must be in. */
export function guildOf(request: RestRequest, { world }: Discord): Guild {
  const guild = world.guilds.get(idParam(request, 'guild_id'));
  if (!guild) throw refusal.unknownGuild();
  if (guild.unavailable || !guild.members.has(world.bot.id)) throw refusal.missingAccess();
  return guild;
}

/** The message of the path. Ephemeral messages cannot be reached through their channel. */
export function messageOf(
  request: RestRequest,
  { world }: Discord,
  channel: Channel,
): StoredMessage {
  const stored = world.message(channel.id, idParam(request, 'message_id'));
  if (!stored || stored.readerId !== null) throw refusal.unknownMessage();
  return stored;
}
