import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { shorten } from '../../src/language/characters.ts';
import { fold } from '../../src/language/fold.ts';
import { escapeMarkdown } from '../../src/render/escape.ts';
import type { Words } from '../../src/words/index.ts';
import { type ChosenChannel, type ChosenRole, UserError } from '../command.ts';

/** The kinds of channels that can hold a post. */
export const POST_CHANNELS = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.GuildForum,
] as const;

const THREADS: ReadonlySet<number> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

type Permission = keyof Words['delivery']['permissions'] | 'mention';

const BITS: Readonly<Record<Permission, bigint>> = {
  view: PermissionFlagsBits.ViewChannel,
  send: PermissionFlagsBits.SendMessages,
  embed: PermissionFlagsBits.EmbedLinks,
  history: PermissionFlagsBits.ReadMessageHistory,
  inThreads: PermissionFlagsBits.SendMessagesInThreads,
  threads: PermissionFlagsBits.CreatePublicThreads,
  mention: PermissionFlagsBits.MentionEveryone,
};

/** What a post in a channel is to have. */
interface Wishes {
  readonly thread: boolean;
  readonly role: ChosenRole | null;
}

/** Refuses a channel in which the bot could not post, before anything is saved, and says what to do. */
export function demandPostable(channel: ChosenChannel, wishes: Wishes): void {
  if (wishes.thread && THREADS.has(channel.type)) {
    throw new UserError((words) => words.scheduleRefusal.noThreadInThread);
  }
  const missing = needed(channel, wishes).filter(
    (one) => (channel.botPermissions & BITS[one]) === 0n,
  );
  if (missing.length === 0) return;
  throw new UserError(({ common, delivery, scheduleRefusal }) => {
    const names = missing.map((one) =>
      one === 'mention' ? scheduleRefusal.mention : delivery.permissions[one],
    );
    return scheduleRefusal.missing(`<#${channel.id}>`, names.join(common.comma));
  });
}

function needed({ type }: ChosenChannel, { thread, role }: Wishes): Permission[] {
  const inThread = THREADS.has(type);
  const wantsThread = thread && type !== ChannelType.GuildForum;
  return [
    'view',
    inThread ? 'inThreads' : 'send',
    'embed',
    // To find its own post again when it was cut off between sending and noting it.
    'history',
    ...(wantsThread ? (['threads', 'inThreads'] as const) : []),
    ...(role !== null && !role.mentionable ? (['mention'] as const) : []),
  ];
}

/** The id of the forum tag called `name`; null when none is wanted. Tags are what forums have. */
export function tagNamed(channel: ChosenChannel, name: string | null): string | null {
  const list = ({ common }: Words) =>
    channel.tags.map((tag) => escapeMarkdown(tag.name)).join(common.comma);
  if (name === null) {
    if (!channel.needsTag) return null;
    throw new UserError((words) => words.scheduleRefusal.tagNeeded(list(words)));
  }
  const found = channel.tags.find((tag) => tag.id === name || fold(tag.name) === fold(name.trim()));
  if (found !== undefined) return found.id;
  throw new UserError((words) =>
    channel.tags.length === 0
      ? words.scheduleRefusal.noTags
      : words.scheduleRefusal.unknownTag(escapeMarkdown(shorten(name, 40)), list(words)),
  );
}
