import type {
  APIGuildForumTag,
  APIMessage,
  APIOverwrite,
  APIRole,
  APIUser,
  ChannelType,
  ThreadAutoArchiveDuration,
} from 'discord-api-types/v10';

/** A Discord account that acts in the sandbox. `installed`: has the app installed for themself. */
export interface Person {
  user: APIUser;
  locale: string;
  installed: boolean;
}

export interface GuildMember {
  userId: string;
  nick: string | null;
  roleIds: string[];
  joinedAt: string;
}

/** A server. The bot is in it exactly when it is one of its `members`. */
export interface Guild {
  id: string;
  name: string;
  ownerId: string;
  preferredLocale: string;
  roles: Map<string, APIRole>;
  members: Map<string, GuildMember>;
  /** An outage: Discord announces GUILD_DELETE with `unavailable`, and REST answers 50001. */
  unavailable: boolean;
}

interface ThreadState {
  ownerId: string;
  archived: boolean;
  locked: boolean;
  invitable: boolean;
  autoArchiveMinutes: ThreadAutoArchiveDuration;
  archiveChangedAt: string;
  createdAt: string;
  memberIds: Set<string>;
  appliedTags: string[];
  messageCount: number;
}

export interface Channel {
  id: string;
  type: ChannelType;
  /** null in direct messages. */
  guildId: string | null;
  name: string;
  topic: string | null;
  position: number;
  parentId: string | null;
  overwrites: APIOverwrite[];
  /** The people of a direct message, the bot included when it is one of them. */
  recipientIds: string[];
  thread: ThreadState | null;
  lastMessageId: string | null;
  tags: APIGuildForumTag[];
  slowmodeSeconds: number;
}

export interface StoredMessage {
  /** As its author sees it: whole. What the bot gets to see is decided in `visibility.ts`. */
  message: APIMessage;
  channelId: string;
  guildId: string | null;
  /** The one reader of an ephemeral message, otherwise null. */
  readerId: string | null;
  /** The interaction that this message answers, or null for a regular message. */
  interactionId: string | null;
  /** Whether this is a reply that pings the author of the message replied to. */
  pingsReplied: boolean;
}

/** Something happened in the world. `message` is set where Discord may hide its content from the bot. */
export interface WorldEvent {
  t: string;
  d: object;
  guildId: string | null;
  channelId: string | null;
  message?: StoredMessage;
}
