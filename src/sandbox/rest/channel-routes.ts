import {
  CreatePrivateChannelRequestSchema,
  UpdateGuildChannelRequestPartialSchema,
  UpdateThreadRequestPartialSchema,
} from 'discord-api-spec/zod';
import { refusal } from '../errors.ts';
import { checked } from '../rules/schema-check.ts';
import { channelChanged, directChannel, removeChannel } from '../world/channels.ts';
import type { Channel } from '../world/model.ts';
import { channelsOf, channelView, fullMemberView, guildView, isThread } from '../world/views.ts';
import type { World } from '../world/world.ts';
import {
  type Answer,
  channelOf,
  type Discord,
  demand,
  guildOf,
  idParam,
  ok,
  param,
  type RestRequest,
  type Route,
} from './route.ts';

function editThread(world: World, channel: Channel, body: unknown): void {
  const change = checked(UpdateThreadRequestPartialSchema, body);
  const { thread } = channel;
  if (!thread) throw refusal.wrongChannelType();
  const own = thread.ownerId === world.bot.id;
  const reopens = change.archived === false && !thread.locked;
  if (!own && !reopens) demand(world, channel, 'ManageThreads');
  if (change.locked !== undefined) demand(world, channel, 'ManageThreads');
  if (thread.archived && change.archived !== false) throw refusal.threadArchived();
  if (typeof change.archived === 'boolean' && change.archived !== thread.archived) {
    thread.archived = change.archived;
    thread.archiveChangedAt = world.isoNow();
  }
  thread.locked = change.locked ?? thread.locked;
  thread.autoArchiveMinutes = change.auto_archive_duration ?? thread.autoArchiveMinutes;
  thread.appliedTags = change.applied_tags ?? thread.appliedTags;
  channel.name = change.name ?? channel.name;
  channel.slowmodeSeconds = change.rate_limit_per_user ?? channel.slowmodeSeconds;
}

function editChannel(world: World, channel: Channel, body: unknown): void {
  demand(world, channel, 'ManageChannels');
  const change = checked(UpdateGuildChannelRequestPartialSchema, body);
  channel.name = change.name ?? channel.name;
  if (change.topic !== undefined) channel.topic = change.topic;
  channel.slowmodeSeconds = change.rate_limit_per_user ?? channel.slowmodeSeconds;
}

function edit(request: RestRequest, discord: Discord): Answer {
  const channel = channelOf(request, discord);
  if (channel.guildId === null) throw refusal.wrongChannelType();
  if (isThread(channel)) editThread(discord.world, channel, request.body ?? {});
  else editChannel(discord.world, channel, request.body ?? {});
  channelChanged(discord.world, channel);
  return ok(channelView(discord.world, channel));
}

function remove(request: RestRequest, discord: Discord): Answer {
  const { world } = discord;
  const channel = channelOf(request, discord);
  const view = channelView(world, channel);
  if (channel.guildId === null) return ok(view);
  demand(world, channel, isThread(channel) ? 'ManageThreads' : 'ManageChannels');
  removeChannel(world, channel);
  return ok(view);
}

/** Opening a conversation always works; whether the other can be written to shows on sending (50007). */
function openDirect(request: RestRequest, { world }: Discord): Answer {
  const { recipient_id } = checked(CreatePrivateChannelRequestSchema, request.body ?? {});
  const person = world.people.get(recipient_id ?? '');
  if (!person) throw refusal.unknownUser();
  return ok(channelView(world, directChannel(world, [world.bot.id, person.user.id])));
}

function member(request: RestRequest, discord: Discord): Answer {
  const guild = guildOf(request, discord);
  const asked = param(request, 'user_id');
  const id = asked === '@me' ? discord.world.bot.id : idParam(request, 'user_id');
  if (!discord.world.user(id)) throw refusal.unknownUser();
  const found = guild.members.get(id);
  if (!found) throw refusal.unknownMember();
  return ok(fullMemberView(discord.world, found));
}

function role(request: RestRequest, discord: Discord): Answer {
  const found = guildOf(request, discord).roles.get(idParam(request, 'role_id'));
  if (!found) throw refusal.unknownRole();
  return ok(found);
}

function channels(request: RestRequest, discord: Discord): Answer {
  const all = channelsOf(discord.world, guildOf(request, discord));
  const plain = all.filter((channel) => !isThread(channel));
  return ok(plain.map((channel) => channelView(discord.world, channel)));
}

function activeThreads(request: RestRequest, discord: Discord): Answer {
  const all = channelsOf(discord.world, guildOf(request, discord));
  const threads = all.filter(({ thread }) => thread && !thread.archived);
  return ok({ threads: threads.map((each) => channelView(discord.world, each)), members: [] });
}

/** Channels and guilds as they are read, and what an app may change of a channel. */
export const channelRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/channels/:channel_id',
    access: 'bot',
    run: (request, discord) => ok(channelView(discord.world, channelOf(request, discord))),
  },
  { method: 'PATCH', path: '/channels/:channel_id', access: 'bot', run: edit },
  { method: 'DELETE', path: '/channels/:channel_id', access: 'bot', run: remove },
  { method: 'POST', path: '/users/@me/channels', access: 'bot', run: openDirect },
  {
    method: 'GET',
    path: '/users/@me/guilds',
    access: 'bot',
    run: (_, { world }) => ok(world.botGuilds().map(({ id, name }) => ({ id, name, icon: null }))),
  },
  {
    method: 'GET',
    path: '/guilds/:guild_id',
    access: 'bot',
    run: (request, discord) => ok(guildView(guildOf(request, discord))),
  },
  { method: 'GET', path: '/guilds/:guild_id/channels', access: 'bot', run: channels },
  { method: 'GET', path: '/guilds/:guild_id/threads/active', access: 'bot', run: activeThreads },
  { method: 'GET', path: '/guilds/:guild_id/members/:user_id', access: 'bot', run: member },
  {
    method: 'GET',
    path: '/guilds/:guild_id/roles',
    access: 'bot',
    run: (request, discord) => ok([...guildOf(request, discord).roles.values()]),
  },
  { method: 'GET', path: '/guilds/:guild_id/roles/:role_id', access: 'bot', run: role },
];
