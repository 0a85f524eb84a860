import type { APIOverwrite, ThreadAutoArchiveDuration } from 'discord-api-types/v10';
import { ChannelType, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Channel, Guild } from './model.ts';
import { channelView, isThread, threadMemberView } from './views.ts';
import type { World } from './world.ts';

const EMPTY = {
  topic: null,
  position: 0,
  parentId: null,
  overwrites: [],
  recipientIds: [],
  thread: null,
  lastMessageId: null,
  tags: [],
  slowmodeSeconds: 0,
};

function announce(world: World, t: string, channel: Channel, extra: object = {}): void {
  const d = { ...channelView(world, channel), ...extra };
  world.emit({ t, d, guildId: channel.guildId, channelId: channel.id });
}

/** Puts a channel into a guild and announces it. */
export function addChannel(
  world: World,
  guild: Guild,
  given: Partial<Channel> & { type: ChannelType; name: string },
): Channel {
  const position = [...world.channels.values()].filter(
    ({ guildId }) => guildId === guild.id,
  ).length;
  const channel = {
    ...EMPTY,
    overwrites: [],
    id: world.snowflake(),
    position,
    ...given,
    guildId: guild.id,
  };
  world.channels.set(channel.id, channel);
  announce(world, 'CHANNEL_CREATE', channel);
  return channel;
}

/** The direct message channel of these people; the bot is one of them unless it is left out. */
export function directChannel(world: World, recipientIds: readonly string[]): Channel {
  const wanted = [...recipientIds].sort().join();
  const all = [...world.channels.values()];
  const found = all.find(
    ({ guildId, recipientIds: own }) => guildId === null && [...own].sort().join() === wanted,
  );
  if (found) return found;
  const channel: Channel = {
    ...EMPTY,
    overwrites: [],
    tags: [],
    id: world.snowflake(),
    type: ChannelType.DM,
    guildId: null,
    name: '',
    recipientIds: [...recipientIds],
  };
  world.channels.set(channel.id, channel);
  return channel;
}

export interface NewThread {
  parent: Channel;
  ownerId: string;
  name: string;
  type: ChannelType;
  autoArchiveMinutes?: ThreadAutoArchiveDuration | null | undefined;
  appliedTags?: readonly string[] | undefined;
  invitable?: boolean | undefined;
  /** A thread on a message has the message's id. */
  id?: string;
}

/** Opens a thread with its owner in it, and announces it. */
export function openThread(world: World, given: NewThread): Channel {
  const { parent } = given;
  const channel: Channel = {
    ...EMPTY,
    overwrites: [],
    tags: [],
    id: given.id ?? world.snowflake(),
    type: given.type,
    guildId: parent.guildId,
    parentId: parent.id,
    name: given.name,
    thread: {
      ownerId: given.ownerId,
      archived: false,
      locked: false,
      invitable: given.invitable ?? true,
      autoArchiveMinutes: given.autoArchiveMinutes ?? 4320,
      archiveChangedAt: world.isoNow(),
      createdAt: world.isoNow(),
      memberIds: new Set([given.ownerId]),
      appliedTags: [...(given.appliedTags ?? [])],
      messageCount: 0,
    },
  };
  world.channels.set(channel.id, channel);
  announce(world, 'THREAD_CREATE', channel, { newly_created: true });
  return channel;
}

/** Announces a channel or thread after its parts were changed. */
export function channelChanged(world: World, channel: Channel): void {
  announce(world, isThread(channel) ? 'THREAD_UPDATE' : 'CHANNEL_UPDATE', channel);
}

/** Deletes a channel with its messages and threads. */
export function removeChannel(world: World, channel: Channel): void {
  for (const thread of [...world.channels.values()]) {
    if (thread.thread && thread.parentId === channel.id) removeChannel(world, thread);
  }
  // Announced first: whether the bot is told depends on what it could see while the channel stood.
  if (isThread(channel)) {
    const { id, guildId, parentId, type } = channel;
    const d = { id, guild_id: guildId, parent_id: parentId, type };
    world.emit({ t: 'THREAD_DELETE', d, guildId, channelId: id });
  } else {
    announce(world, 'CHANNEL_DELETE', channel);
  }
  world.channels.delete(channel.id);
  world.messages.delete(channel.id);
}

export function joinThread(world: World, thread: Channel, userId: string): void {
  const members = thread.thread?.memberIds;
  if (!members || members.has(userId)) return;
  members.add(userId);
  const guildId = thread.guildId;
  const d = {
    id: thread.id,
    guild_id: guildId,
    member_count: members.size,
    added_members: [threadMemberView(world, thread, userId)],
  };
  world.emit({ t: 'THREAD_MEMBERS_UPDATE', d, guildId, channelId: thread.id });
}

/** Sets what a role or member is allowed and denied in a channel, and announces it. */
function setOverwrite(world: World, channel: Channel, overwrite: APIOverwrite): void {
  channel.overwrites = [...channel.overwrites.filter(({ id }) => id !== overwrite.id), overwrite];
  channelChanged(world, channel);
}

/** Denies the bot permissions in a channel, as a server's admin would. */
export function denyBot(
  world: World,
  channel: Channel,
  permissions: readonly (keyof typeof PermissionFlagsBits)[],
): void {
  const own = channel.overwrites.find(({ id }) => id === world.bot.id);
  const denied = permissions.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n);
  setOverwrite(world, channel, {
    id: world.bot.id,
    type: OverwriteType.Member,
    allow: (BigInt(own?.allow ?? 0) & ~denied).toString(),
    deny: (BigInt(own?.deny ?? 0) | denied).toString(),
  });
}
