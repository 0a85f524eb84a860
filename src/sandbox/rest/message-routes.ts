import { MessageCreateRequestSchema, MessageEditRequestPartialSchema } from 'discord-api-spec/zod';
import { MessageFlags } from 'discord-api-types/v10';
import { invalidForm, refusal } from '../errors.ts';
import { CHANNEL_FLAGS } from '../rules/message-rules.ts';
import { checked } from '../rules/schema-check.ts';
import { createMessage, deleteMessage, editMessage } from '../world/messages.ts';
import type { Channel, StoredMessage } from '../world/model.ts';
import { holdsMessages, isForum, isThread } from '../world/views.ts';
import { asBotSees } from '../world/visibility.ts';
import type { World } from '../world/world.ts';
import {
  type Answer,
  channelOf,
  type Discord,
  demand,
  messageOf,
  noContent,
  ok,
  type RestRequest,
  type Route,
} from './route.ts';

/** "The same author's message of the past few minutes": how long a nonce is remembered. */
const NONCE_LIFE_MS = 5 * 60_000;

/** Refuses with Discord's reasons a channel in which the bot cannot write. */
function demandWriting(world: World, channel: Channel, files: number): void {
  if (isForum(channel) || !holdsMessages(channel)) throw refusal.notText();
  if (channel.guildId === null) {
    demandDirect(world, channel);
    return;
  }
  demand(world, channel, isThread(channel) ? 'SendMessagesInThreads' : 'SendMessages');
  if (files > 0) demand(world, channel, 'AttachFiles');
  const { thread } = channel;
  if (thread?.locked) throw refusal.threadArchived();
  if (thread) thread.archived = false;
}

/** The bot may write to people with whom it shares a server or who have installed it. */
function demandDirect(world: World, channel: Channel): void {
  const others = channel.recipientIds.filter((id) => id !== world.bot.id);
  const reachable = others.every(
    (id) =>
      world.people.get(id)?.installed || world.botGuilds().some(({ members }) => members.has(id)),
  );
  if (!reachable) throw refusal.cannotDm();
}

function sameNonce(
  world: World,
  channel: Channel,
  nonce: string | number,
): StoredMessage | undefined {
  const messages = [...(world.messages.get(channel.id)?.values() ?? [])];
  return messages.findLast(
    ({ message }) =>
      message.author.id === world.bot.id &&
      String(message.nonce) === String(nonce) &&
      world.now() - Date.parse(message.timestamp) <= NONCE_LIFE_MS,
  );
}

type Reference = { message_id: string; fail_if_not_exists?: boolean | null } | null | undefined;

function repliedTo(world: World, channel: Channel, reference: Reference): StoredMessage | null {
  if (!reference) return null;
  const stored = world.message(channel.id, reference.message_id);
  if (stored && stored.readerId === null) return stored;
  if (reference.fail_if_not_exists === false) return null;
  const message = 'Unknown message';
  throw invalidForm([
    { path: ['message_reference'], code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message },
  ]);
}

function create(request: RestRequest, discord: Discord): Answer {
  const { world } = discord;
  const channel = channelOf(request, discord);
  const body = checked(MessageCreateRequestSchema, request.body ?? {});
  demandWriting(world, channel, request.files.length);
  const { nonce, enforce_nonce, message_reference } = body;
  if (enforce_nonce && nonce !== undefined && nonce !== null && nonce !== '') {
    const sent = sameNonce(world, channel, nonce);
    if (sent) return ok(asBotSees(world, sent));
  }
  const replyTo = repliedTo(world, channel, message_reference);
  const allowed = body.allowed_mentions;
  const stored = createMessage(world, {
    channel,
    author: world.bot,
    draft: body,
    files: request.files,
    allowedFlags: CHANNEL_FLAGS,
    replyTo,
    pingsReplied: replyTo !== null && (allowed ? allowed.replied_user === true : true),
  });
  return ok(asBotSees(world, stored));
}

const within = (value: number, least: number, most: number) => value >= least && value <= most;

function limitOf(query: URLSearchParams): number {
  const limit = Number(query.get('limit') ?? 50);
  if (Number.isInteger(limit) && within(limit, 1, 100)) return limit;
  const message = 'int value should be between 1 and 100.';
  throw invalidForm([{ path: ['limit'], code: 'NUMBER_TYPE_MAX', message }]);
}

/** Newest first, as Discord lists them. `after` takes those that follow directly, `around` both sides. */
function page(messages: StoredMessage[], query: URLSearchParams): StoredMessage[] {
  const limit = limitOf(query);
  const cut = (name: string) => query.get(name);
  const id = ({ message }: StoredMessage) => BigInt(message.id);
  const [before, after, around] = [cut('before'), cut('after'), cut('around')];
  if (around !== null) {
    const half = Math.floor(limit / 2);
    const older = messages
      .filter((each) => id(each) < BigInt(around))
      .slice(-half || messages.length);
    const rest = messages.filter((each) => id(each) >= BigInt(around)).slice(0, limit - half);
    return [...older, ...rest].reverse();
  }
  if (after !== null) {
    return messages
      .filter((each) => id(each) > BigInt(after))
      .slice(0, limit)
      .reverse();
  }
  const older = before === null ? messages : messages.filter((each) => id(each) < BigInt(before));
  return older.slice(-limit).reverse();
}

function list(request: RestRequest, discord: Discord): Answer {
  const { world } = discord;
  const channel = channelOf(request, discord);
  for (const name of ['before', 'after', 'around']) {
    const value = request.query.get(name);
    if (value === null || /^\d+$/.test(value)) continue;
    const message = `Value "${value}" is not snowflake.`;
    throw invalidForm([{ path: [name], code: 'NUMBER_TYPE_COERCE', message }]);
  }
  const messages = [...(world.messages.get(channel.id)?.values() ?? [])];
  const visible = messages.filter(({ readerId }) => readerId === null);
  return ok(readable(world, channel, page(visible, request.query)));
}

/** Without READ_MESSAGE_HISTORY a list is empty, not refused (documented). */
function readable(world: World, channel: Channel, messages: StoredMessage[]): object[] {
  try {
    demand(world, channel, 'ReadMessageHistory');
  } catch {
    return [];
  }
  return messages.map((each) => asBotSees(world, each));
}

function one(request: RestRequest, discord: Discord): Answer {
  const channel = channelOf(request, discord);
  demand(discord.world, channel, 'ReadMessageHistory');
  return ok(asBotSees(discord.world, messageOf(request, discord, channel)));
}

function edit(request: RestRequest, discord: Discord): Answer {
  const { world } = discord;
  const channel = channelOf(request, discord);
  const stored = messageOf(request, discord, channel);
  const body = checked(MessageEditRequestPartialSchema, request.body ?? {});
  if (stored.message.author.id !== world.bot.id) throw refusal.notYourMessage();
  const loading = ((stored.message.flags ?? 0) & MessageFlags.Loading) !== 0;
  if (loading) throw refusal.unknownMessage();
  return ok(asBotSees(world, editMessage(world, stored, body, request.files)));
}

function remove(request: RestRequest, discord: Discord): Answer {
  const { world } = discord;
  const channel = channelOf(request, discord);
  const stored = messageOf(request, discord, channel);
  if (stored.message.author.id !== world.bot.id) {
    if (channel.guildId === null) throw refusal.missingPermissions();
    demand(world, channel, 'ManageMessages');
  }
  deleteMessage(world, stored);
  return noContent;
}

function typing(request: RestRequest, discord: Discord): Answer {
  demandWriting(discord.world, channelOf(request, discord), 0);
  return noContent;
}

const ROOT = '/channels/:channel_id/messages';

/** Messages of channels, threads and direct messages. */
export const messageRoutes: readonly Route[] = [
  { method: 'GET', path: ROOT, access: 'bot', run: list },
  { method: 'POST', path: ROOT, access: 'bot', run: create },
  { method: 'GET', path: `${ROOT}/:message_id`, access: 'bot', run: one },
  { method: 'PATCH', path: `${ROOT}/:message_id`, access: 'bot', run: edit },
  { method: 'DELETE', path: `${ROOT}/:message_id`, access: 'bot', run: remove },
  { method: 'POST', path: '/channels/:channel_id/typing', access: 'bot', run: typing },
];
