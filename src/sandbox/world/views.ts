import { ChannelType } from 'discord-api-types/v10';
import type { Channel, Guild, GuildMember } from './model.ts';
import type { World } from './world.ts';

const TEXT_LIKE: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];
const THREADS: readonly ChannelType[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

export const isThread = ({ type }: Channel): boolean => THREADS.includes(type);
export const isForum = ({ type }: Channel): boolean => type === ChannelType.GuildForum;
export const holdsMessages = (channel: Channel): boolean =>
  TEXT_LIKE.includes(channel.type) || isThread(channel) || channel.guildId === null;

/** A guild member as the API gives it; without `user` inside messages. */
export function memberView(member: GuildMember) {
  return {
    nick: member.nick,
    avatar: null,
    banner: null,
    roles: member.roleIds,
    joined_at: member.joinedAt,
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
  };
}

export function fullMemberView(world: World, member: GuildMember) {
  return { user: world.user(member.userId), ...memberView(member) };
}

export function threadMemberView(world: World, thread: Channel, userId: string) {
  return { id: thread.id, user_id: userId, join_timestamp: world.isoNow(), flags: 0 };
}

function threadView(world: World, channel: Channel) {
  const { thread } = channel;
  if (!thread) return {};
  return {
    owner_id: thread.ownerId,
    message_count: thread.messageCount,
    total_message_sent: thread.messageCount,
    member_count: thread.memberIds.size,
    applied_tags: thread.appliedTags,
    thread_metadata: {
      archived: thread.archived,
      archive_timestamp: thread.archiveChangedAt,
      auto_archive_duration: thread.autoArchiveMinutes,
      create_timestamp: thread.createdAt,
      locked: thread.locked,
      ...(channel.type === ChannelType.PrivateThread && { invitable: thread.invitable }),
    },
    ...(thread.memberIds.has(world.bot.id) && {
      member: threadMemberView(world, channel, world.bot.id),
    }),
  };
}

function guildChannelView(channel: Channel) {
  return {
    topic: channel.topic,
    position: channel.position,
    permission_overwrites: channel.overwrites,
    nsfw: false,
    ...(isForum(channel) && {
      available_tags: channel.tags,
      default_reaction_emoji: null,
      default_sort_order: null,
      default_forum_layout: 0,
    }),
  };
}

/** A channel as the API gives it to the bot. */
export function channelView(world: World, channel: Channel) {
  const { id, type, name, lastMessageId, slowmodeSeconds } = channel;
  const common = { id, type, last_message_id: lastMessageId, flags: 0 };
  if (channel.guildId === null) {
    const others = channel.recipientIds.filter((userId) => userId !== world.bot.id);
    return { ...common, recipients: others.map((userId) => world.user(userId)) };
  }
  return {
    ...common,
    guild_id: channel.guildId,
    name,
    parent_id: channel.parentId,
    rate_limit_per_user: slowmodeSeconds,
    ...(isThread(channel) ? threadView(world, channel) : guildChannelView(channel)),
  };
}

export function channelsOf(world: World, guild: Guild): Channel[] {
  return [...world.channels.values()].filter(({ guildId }) => guildId === guild.id);
}

/** A guild as REST gives it. */
export function guildView(guild: Guild) {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    afk_channel_id: null,
    afk_timeout: 300,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    vanity_url_code: null,
    widget_enabled: false,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: guild.preferredLocale,
    features: ['COMMUNITY', 'NEWS'],
    emojis: [],
    stickers: [],
    roles: [...guild.roles.values()],
    region: 'deprecated',
    hub_type: null,
    max_members: 500_000,
    safety_alerts_channel_id: null,
    incidents_data: null,
  };
}

/** The guild of GUILD_CREATE. Without the privileged GUILD_MEMBERS intent only the bot is in `members`. */
export function gatewayGuildView(world: World, guild: Guild) {
  const own = guild.members.get(world.bot.id);
  const channels = channelsOf(world, guild);
  return {
    ...guildView(guild),
    joined_at: own?.joinedAt,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: own ? [fullMemberView(world, own)] : [],
    channels: channels
      .filter((channel) => !isThread(channel))
      .map((each) => channelView(world, each)),
    threads: channels
      .filter((channel) => isThread(channel) && !channel.thread?.archived)
      .map((each) => channelView(world, each)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
