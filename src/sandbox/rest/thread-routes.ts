import {
  CreateForumThreadRequestSchema,
  CreateTextThreadWithMessageRequestSchema,
  CreateTextThreadWithoutMessageRequestSchema,
} from 'discord-api-spec/zod';
import { ChannelType } from 'discord-api-types/v10';
import { refusal } from '../errors.ts';
import { CHANNEL_FLAGS } from '../rules/message-rules.ts';
import { checked } from '../rules/schema-check.ts';
import { joinThread, openThread } from '../world/channels.ts';
import { createMessage } from '../world/messages.ts';
import type { Channel } from '../world/model.ts';
import { channelView, isForum, isThread } from '../world/views.ts';
import {
  type Answer,
  channelOf,
  created,
  type Discord,
  demand,
  idParam,
  messageOf,
  noContent,
  type RestRequest,
  type Route,
} from './route.ts';

const kindIn = (parent: Channel): ChannelType =>
  parent.type === ChannelType.GuildAnnouncement
    ? ChannelType.AnnouncementThread
    : ChannelType.PublicThread;

function onMessage(request: RestRequest, discord: Discord): Answer {
  const { world } = discord;
  const parent = channelOf(request, discord);
  const stored = messageOf(request, discord, parent);
  const body = checked(CreateTextThreadWithMessageRequestSchema, request.body ?? {});
  if (parent.guildId === null || isThread(parent)) throw refusal.wrongChannelType();
  demand(world, parent, 'CreatePublicThreads');
  const { id } = stored.message;
  if (world.channels.has(id)) throw refusal.threadExists();
  const thread = openThread(world, {
    parent,
    ownerId: world.bot.id,
    name: body.name,
    type: kindIn(parent),
    autoArchiveMinutes: body.auto_archive_duration,
    id,
  });
  return created(channelView(world, thread));
}

/** Without a `type` Discord opens a private thread; discord.js always says which. */
function alone(request: RestRequest, discord: Discord, parent: Channel): Answer {
  const { world } = discord;
  const body = checked(CreateTextThreadWithoutMessageRequestSchema, request.body ?? {});
  const type: ChannelType = body.type ?? ChannelType.PrivateThread;
  const secret = type === ChannelType.PrivateThread;
  demand(world, parent, secret ? 'CreatePrivateThreads' : 'CreatePublicThreads');
  const thread = openThread(world, {
    parent,
    ownerId: world.bot.id,
    name: body.name,
    type,
    autoArchiveMinutes: body.auto_archive_duration,
    invitable: body.invitable ?? true,
  });
  return created(channelView(world, thread));
}

/** A forum post is a thread with its first message, which has the thread's id. */
function post(request: RestRequest, discord: Discord, parent: Channel): Answer {
  const { world } = discord;
  const body = checked(CreateForumThreadRequestSchema, request.body ?? {});
  demand(world, parent, 'SendMessages');
  const thread = openThread(world, {
    parent,
    ownerId: world.bot.id,
    name: body.name,
    type: ChannelType.PublicThread,
    autoArchiveMinutes: body.auto_archive_duration,
    appliedTags: body.applied_tags ?? [],
  });
  try {
    const { message } = createMessage(world, {
      channel: thread,
      author: world.bot,
      draft: body.message,
      files: request.files,
      allowedFlags: CHANNEL_FLAGS,
      extra: { id: thread.id },
      at: ['message'],
    });
    return created({ ...channelView(world, thread), message });
  } catch (error) {
    world.channels.delete(thread.id);
    throw error;
  }
}

function start(request: RestRequest, discord: Discord): Answer {
  const parent = channelOf(request, discord);
  if (parent.guildId === null || isThread(parent)) throw refusal.wrongChannelType();
  return isForum(parent) ? post(request, discord, parent) : alone(request, discord, parent);
}

function join(userId: (request: RestRequest, discord: Discord) => string) {
  return (request: RestRequest, discord: Discord): Answer => {
    const thread = channelOf(request, discord);
    if (!isThread(thread)) throw refusal.wrongChannelType();
    joinThread(discord.world, thread, userId(request, discord));
    return noContent;
  };
}

const MEMBERS = '/channels/:channel_id/thread-members';

/** Threads on messages, threads of their own, forum posts. */
export const threadRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/channels/:channel_id/messages/:message_id/threads',
    access: 'bot',
    run: onMessage,
  },
  { method: 'POST', path: '/channels/:channel_id/threads', access: 'bot', run: start },
  {
    method: 'PUT',
    path: `${MEMBERS}/@me`,
    access: 'bot',
    run: join((_, { world }) => world.bot.id),
  },
  {
    method: 'PUT',
    path: `${MEMBERS}/:user_id`,
    access: 'bot',
    run: join((request) => idParam(request, 'user_id')),
  },
];
