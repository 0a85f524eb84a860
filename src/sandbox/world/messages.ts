import type {
  APIEmbed,
  APIMessage,
  APIMessageTopLevelComponent,
  APIUser,
} from 'discord-api-types/v10';
import { MessageFlags, MessageReferenceType, MessageType } from 'discord-api-types/v10';
import { DiscordError, invalidForm, type Problem, refusal } from '../errors.ts';
import {
  editedFlagProblems,
  flagProblems,
  isEmpty,
  type MessageState,
  mentionProblems,
  messageProblems,
} from '../rules/message-rules.ts';
import { breaksDiscord, everyComponent } from '../rules/rules.ts';
import {
  type AttachmentDraft,
  attachmentsAfter,
  resolveMedia,
  type UploadedFile,
} from './attachments.ts';
import { type AllowedMentions, mentionsIn } from './mentions.ts';
import type { Channel, StoredMessage } from './model.ts';
import type { World } from './world.ts';

/** A message body as it passed the schema: of a create, an edit or an answer to an interaction. */
export interface Draft {
  content?: string | null | undefined;
  embeds?: APIEmbed[] | null | undefined;
  components?: APIMessageTopLevelComponent[] | null | undefined;
  flags?: number | null | undefined;
  attachments?: readonly AttachmentDraft[] | null | undefined;
  allowed_mentions?: AllowedMentions | null | undefined;
  poll?: unknown;
  sticker_ids?: readonly unknown[] | null | undefined;
  tts?: boolean | null | undefined;
  nonce?: string | number | null | undefined;
}

export interface NewMessage {
  channel: Channel;
  author: APIUser;
  draft: Draft;
  files?: readonly UploadedFile[];
  type?: MessageType;
  /** Flags that the body may set; the others are refused. */
  allowedFlags: number;
  /** Flags that the place gives (LOADING, EPHEMERAL). */
  extraFlags?: number;
  readerId?: string | null;
  interactionId?: string | null;
  replyTo?: StoredMessage | null;
  pingsReplied?: boolean;
  /** Parts that only some messages have: `webhook_id`, `interaction_metadata`. */
  extra?: Partial<APIMessage>;
  /** A place of the body inside the request's body, for the paths of its problems. */
  at?: readonly string[];
}

function refuse(problems: readonly Problem[], at: readonly string[] = []): void {
  if (problems.length === 0) return;
  throw invalidForm(problems.map((each) => ({ ...each, path: [...at, ...each.path] })));
}

/** The message's parts once a draft is laid over what stood there. An absent part stays. */
function stateAfter(before: APIMessage | null, draft: Draft, flags: number): MessageState {
  const kept = <Part>(given: Part | null | undefined, old: Part, none: Part): Part =>
    given === undefined ? old : (given ?? none);
  return {
    content: kept(draft.content, before?.content ?? '', ''),
    embeds: kept(draft.embeds, before?.embeds ?? [], []),
    components: kept(draft.components, before?.components ?? [], []),
    poll: draft.poll !== undefined && draft.poll !== null,
    stickers: draft.sticker_ids?.length ?? 0,
    flags,
  };
}

function check(
  state: MessageState,
  draft: Draft,
  attachments: number,
  at: readonly string[],
): void {
  refuse([...messageProblems(state), ...mentionProblems(draft.allowed_mentions)], at);
  if (isEmpty(state, attachments)) throw refusal.emptyMessage();
  if (breaksDiscord(state.components)) throw new DiscordError(500, 0, '500: Internal Server Error');
}

/** Discord numbers the components of a message from 1, in reading order, unless the app did. */
function numbered(components: APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  const placed = everyComponent(components).map(({ component }) => component);
  const taken = new Set(placed.flatMap((each) => ('id' in each && each.id ? [each.id] : [])));
  let next = 1;
  for (const component of placed) {
    if ('id' in component && component.id) continue;
    while (taken.has(next)) next += 1;
    Object.assign(component, { id: next });
    next += 1;
  }
  return components;
}

function textOf(content: string, components: APIMessageTopLevelComponent[]): string {
  const displays = everyComponent(components).map(({ component }) => component.content ?? '');
  return [content, ...displays].join('\n');
}

function parts(
  world: World,
  channel: Channel,
  author: APIUser,
  draft: Draft,
  before: APIMessage | null,
) {
  const content = (draft.content === undefined ? before?.content : draft.content) ?? '';
  const components = (draft.components === undefined ? before?.components : draft.components) ?? [];
  const place = { channel, authorId: author.id };
  return mentionsIn(world, textOf(content, components), draft.allowed_mentions, place);
}

/** Checks a draft by every rule, puts the message into its channel and announces it. */
export function createMessage(world: World, given: NewMessage): StoredMessage {
  const { channel, author, draft, files = [], replyTo, at = [] } = given;
  const asked = draft.flags ?? 0;
  refuse(flagProblems(asked, given.allowedFlags), at);
  const state = stateAfter(null, draft, asked);
  const loading = ((given.extraFlags ?? 0) & MessageFlags.Loading) !== 0;
  if (!loading) check(state, draft, files.length, at);
  const attachments = attachmentsAfter(world, channel.id, [], draft.attachments, files);
  const mentions = parts(world, channel, author, draft, null);
  const ping = replyTo && given.pingsReplied ? [replyTo.message.author] : [];
  const users = [
    ...mentions.users,
    ...ping.filter(({ id }) => !mentions.users.some((u) => u.id === id)),
  ];
  const message: APIMessage = {
    id: world.snowflake(),
    channel_id: channel.id,
    type: given.type ?? (replyTo ? MessageType.Reply : MessageType.Default),
    author,
    content: draft.content ?? '',
    timestamp: world.isoNow(),
    edited_timestamp: null,
    tts: draft.tts ?? false,
    mention_everyone: mentions.everyone,
    mentions: users,
    mention_roles: mentions.roles,
    attachments,
    embeds: resolveMedia(draft.embeds ?? [], attachments).map(
      (each) => ({ type: 'rich', ...each }) as APIEmbed,
    ),
    components: numbered(resolveMedia(draft.components ?? [], attachments)),
    pinned: false,
    flags: asked | (given.extraFlags ?? 0),
    ...(draft.nonce !== undefined && draft.nonce !== null && { nonce: draft.nonce }),
    ...(replyTo && reference(replyTo)),
    ...given.extra,
  };
  const stored: StoredMessage = {
    message,
    channelId: channel.id,
    guildId: channel.guildId,
    readerId: given.readerId ?? null,
    interactionId: given.interactionId ?? null,
    pingsReplied: given.pingsReplied ?? false,
  };
  keep(world, channel, stored);
  return stored;
}

function reference({ message, channelId, guildId }: StoredMessage): Partial<APIMessage> {
  return {
    message_reference: {
      type: MessageReferenceType.Default,
      channel_id: channelId,
      message_id: message.id,
      ...(guildId !== null && { guild_id: guildId }),
    },
    referenced_message: message,
  };
}

function keep(world: World, channel: Channel, stored: StoredMessage): void {
  const { message } = stored;
  const list = world.messages.get(channel.id) ?? new Map<string, StoredMessage>();
  list.set(message.id, stored);
  world.messages.set(channel.id, list);
  if (stored.readerId === null) channel.lastMessageId = message.id;
  if (channel.thread) channel.thread.messageCount += 1;
  announce(world, 'MESSAGE_CREATE', stored);
}

function announce(world: World, t: string, stored: StoredMessage): void {
  const { message, guildId, channelId } = stored;
  world.emit({ t, d: message, guildId, channelId, message: stored });
}

/** Lays a draft over a message, after all checks, and announces the change. */
export function editMessage(
  world: World,
  stored: StoredMessage,
  draft: Draft,
  files: readonly UploadedFile[] = [],
  at: readonly string[] = [],
): StoredMessage {
  const before = stored.message;
  const channel = world.channels.get(stored.channelId);
  if (!channel) throw refusal.unknownChannel();
  const old = (before.flags ?? 0) & ~MessageFlags.Loading;
  const flags = draft.flags === undefined || draft.flags === null ? old : draft.flags;
  refuse(editedFlagProblems(old, flags), at);
  const given = draft.attachments?.length ?? before.attachments.length;
  const attachments = attachmentsAfter(
    world,
    channel.id,
    before.attachments,
    draft.attachments,
    files,
  );
  const state = stateAfter(before, draft, flags);
  check(state, draft, given + files.length, at);
  const mentions = parts(world, channel, before.author, draft, before);
  const clean = resolveMedia(
    { embeds: draft.embeds ?? undefined, components: draft.components ?? undefined },
    attachments,
  );
  stored.message = {
    ...before,
    content: state.content,
    embeds: draft.embeds === null ? [] : (clean.embeds ?? before.embeds),
    components:
      draft.components === null ? [] : numbered(clean.components ?? before.components ?? []),
    attachments,
    mentions: draft.content === undefined ? before.mentions : mentions.users,
    mention_everyone: mentions.everyone,
    mention_roles: mentions.roles,
    // Ephemeral cannot be changed after the first response; suppressing embeds and V2 can be set.
    flags: flags | (old & MessageFlags.Ephemeral),
    edited_timestamp: (before.flags ?? 0) & MessageFlags.Loading ? null : world.isoNow(),
  };
  announce(world, 'MESSAGE_UPDATE', stored);
  return stored;
}

export function deleteMessage(world: World, stored: StoredMessage): void {
  const { message, channelId, guildId } = stored;
  world.messages.get(channelId)?.delete(message.id);
  const d = {
    id: message.id,
    channel_id: channelId,
    ...(guildId !== null && { guild_id: guildId }),
  };
  world.emit({ t: 'MESSAGE_DELETE', d, guildId, channelId, message: stored });
}
