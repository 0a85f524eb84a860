import type { REST } from '@discordjs/rest';
import { DiscordAPIError, HTTPError, RateLimitError } from '@discordjs/rest';
import { RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import {
  type Outbox,
  OutboxError,
  type OutboxReason,
  type Posted,
  type PostOptions,
} from '../../commands/outbox.ts';
import type { MessageBody } from '../render/message.ts';

const sent = z
  .object({ id: z.string(), channel_id: z.string() })
  .transform(({ id, channel_id: channelId }): Posted => ({ id, channelId }));
const opened = z.object({ id: z.string() });

/** Sends by Discord's REST API; `rest` keeps to its limits. */
export function createOutbox(rest: Pick<REST, 'post' | 'patch' | 'put' | 'delete'>): Outbox {
  const post = async (channelId: string, body: MessageBody, options: PostOptions = {}) =>
    sent.parse(await rest.post(Routes.channelMessages(channelId), request(body, options)));
  const outbox: Outbox = {
    post,
    edit: async (channelId, messageId, body) => {
      await rest.patch(Routes.channelMessage(channelId, messageId), { body });
    },
    remove: async (channelId, messageId) => {
      await rest.delete(Routes.channelMessage(channelId, messageId));
    },
    react: async (channelId, messageId, emoji) => {
      await rest.put(
        Routes.channelMessageOwnReaction(channelId, messageId, encodeURIComponent(emoji)),
      );
    },
    tell: async (userId, body, options) => {
      const channel = await rest.post(Routes.userChannels(), { body: { recipient_id: userId } });
      return post(opened.parse(channel).id, body, options);
    },
  };
  return explaining(outbox);
}

/** The body of Create Message with what `options` add, and the files that go with it. */
function request(body: MessageBody, { nonce, replyTo, files = [] }: PostOptions) {
  return {
    body: {
      ...body,
      ...(nonce === undefined ? {} : { nonce, enforce_nonce: true }),
      ...(replyTo === undefined
        ? {}
        : {
            message_reference: { message_id: replyTo, fail_if_not_exists: false },
            allowed_mentions: { ...body.allowed_mentions, replied_user: false },
          }),
      ...(files.length === 0
        ? {}
        : {
            attachments: files.map(({ name, description }, id) => ({
              id: String(id),
              filename: name,
              ...(description === undefined ? {} : { description }),
            })),
          }),
    },
    files: files.map(({ name, data }) => ({ name, data: Buffer.from(data) })),
  };
}

/** The same calls, whose failures are OutboxErrors. */
function explaining(outbox: Outbox): Outbox {
  const explain = (error: unknown): never => {
    throw new OutboxError(reasonOf(error), error);
  };
  return {
    post: (...call) => outbox.post(...call).catch(explain),
    edit: (...call) => outbox.edit(...call).catch(explain),
    remove: (...call) => outbox.remove(...call).catch(explain),
    react: (...call) => outbox.react(...call).catch(explain),
    tell: (...call) => outbox.tell(...call).catch(explain),
  };
}

const REASONS: Readonly<Record<number | string, OutboxReason>> = {
  [RESTJSONErrorCodes.UnknownChannel]: 'unknown-channel',
  [RESTJSONErrorCodes.UnknownGuild]: 'missing-access',
  [RESTJSONErrorCodes.UnknownMessage]: 'unknown-message',
  [RESTJSONErrorCodes.UnknownUser]: 'unknown-user',
  [RESTJSONErrorCodes.MissingAccess]: 'missing-access',
  [RESTJSONErrorCodes.MissingPermissions]: 'missing-permissions',
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: 'cannot-tell',
  [RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds]: 'cannot-tell',
  [RESTJSONErrorCodes.ThreadLocked]: 'closed-thread',
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread]: 'closed-thread',
};

export function reasonOf(error: unknown): OutboxReason {
  if (error instanceof RateLimitError) return 'rate-limit';
  if (error instanceof DiscordAPIError) {
    const known = REASONS[error.code];
    if (known !== undefined) return known;
  }
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    if (error.status === 401) return 'unauthorized';
    if (error.status === 429) return 'rate-limit';
    return error.status >= 500 ? 'server-error' : 'refused';
  }
  // What discord.js throws before an answer came: no address, no connection, no time left.
  return 'network';
}
