import { createHash } from 'node:crypto';
import { DiscordAPIError, type REST } from '@discordjs/rest';
import {
  ChannelType,
  RESTJSONErrorCodes,
  Routes,
  ThreadAutoArchiveDuration,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { type DeliveryName, deliveryKey, type Placed, type Schedule } from '../daily/model.ts';
import { DeliveryError, type Post, type Posts } from '../daily/ports.ts';
import { shorten } from '../language/characters.ts';
import type { MessageBody } from '../render/message.ts';
import { findPost } from './find-post.ts';
import { reasonOf } from './outbox.ts';

/** A post as it looks: the message, and the title of a forum post or of its thread. */
export interface PostLook {
  readonly body: MessageBody;
  readonly title: string;
}

const MAX_TITLE = 100;
const message = z
  .object({ id: z.string(), channel_id: z.string() })
  .transform(({ id, channel_id: channelId }): Placed => ({ channelId, messageId: id }));
const thread = z.object({ id: z.string() });

/** What kind a channel is, in Discord's number, as far as the gateway has told. */
export type TypeOf = (channelId: string) => number | null;

/** Puts posts into channels of every kind by Discord's REST API. */
export function createPosts(
  rest: Pick<REST, 'get' | 'post'>,
  render: (post: Post) => PostLook | Promise<PostLook>,
  typeOf: TypeOf = () => null,
): Posts {
  // Where the gateway has not told it, a refused message shows which channels are forums.
  const forums = new Set<string>();
  const isForum = ({ channelId, tagId }: Schedule) =>
    tagId !== null || forums.has(channelId) || typeOf(channelId) === ChannelType.GuildForum;

  const send = async (post: Post) => {
    const { schedule, name } = post;
    const look = await render(post);
    if (!isForum(schedule)) {
      try {
        return await sendMessage(rest, schedule, name, look);
      } catch (error) {
        if (!isNotText(error)) throw error;
        forums.add(schedule.channelId);
      }
    }
    return openForumPost(rest, schedule, look);
  };

  return {
    send: (post) => send(post).catch(explain),
    complete: async (post, placed) => {
      // A forum post is a thread itself.
      const wanted = post.schedule.thread && placed.channelId === post.schedule.channelId;
      return wanted ? openThread(rest, placed, await render(post)) : null;
    },
    find: (schedule, name, from, until) =>
      findPost(rest, schedule, deliveryKey(name), { from, until }).catch(explain),
  };
}

async function sendMessage(
  rest: Pick<REST, 'post'>,
  { channelId }: Schedule,
  name: DeliveryName,
  { body }: PostLook,
): Promise<Placed> {
  const once = { nonce: nonceOf(name), enforce_nonce: true };
  return message.parse(
    await rest.post(Routes.channelMessages(channelId), { body: { ...body, ...once } }),
  );
}

/** The post matters more than its thread: when that fails, the delivery says so and is done. */
async function openThread(
  rest: Pick<REST, 'post'>,
  { channelId, messageId }: Placed,
  { title }: PostLook,
): Promise<'thread' | null> {
  const body = {
    name: shorten(title, MAX_TITLE),
    auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
  };
  try {
    await rest.post(Routes.threads(channelId, messageId), { body });
    return null;
  } catch (error) {
    const there = codeOf(error) === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage;
    return there ? null : 'thread';
  }
}

async function openForumPost(
  rest: Pick<REST, 'post'>,
  { channelId, tagId }: Schedule,
  { body, title }: PostLook,
): Promise<Placed> {
  const opened = await rest.post(Routes.threads(channelId), {
    body: {
      name: shorten(title, MAX_TITLE),
      auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
      ...(tagId === null ? {} : { applied_tags: [tagId] }),
      message: body,
    },
  });
  const { id } = thread.parse(opened);
  return { channelId: id, messageId: id };
}

/** At most 25 characters that only this delivery has. */
function nonceOf(name: DeliveryName): string {
  return createHash('sha256').update(deliveryKey(name)).digest('base64url').slice(0, 24);
}

function codeOf(error: unknown): number | string | null {
  return error instanceof DiscordAPIError ? error.code : null;
}

function isNotText(error: unknown): boolean {
  return codeOf(error) === RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel;
}

/** Errors of a connection that was never made: nothing can have been sent by it. */
const UNCONNECTED: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function explain(cause: unknown): never {
  const reason = reasonOf(cause);
  switch (reason) {
    case 'server-error':
      throw new DeliveryError(reason, { doubt: true, cause });
    case 'network':
      throw new DeliveryError(reason, { doubt: !UNCONNECTED.has(Object(cause).code), cause });
    case 'unknown-message':
    case 'unknown-user':
    case 'cannot-tell':
      throw new DeliveryError('refused', { cause });
    default:
      throw new DeliveryError(reason, { cause });
  }
}
