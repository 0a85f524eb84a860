import type { MessageBody, MessageFile } from '../src/render/message.ts';

/** Where a message stands that was sent. */
export interface Posted {
  readonly id: string;
  readonly channelId: string;
}

export interface PostOptions {
  /**
   * At most 25 characters. Discord gives back the message of the past few minutes with the same
   * nonce instead of making a second one.
   */
  readonly nonce?: string;
  /** The message that this one answers; a deleted one does no harm. Its author is not pinged. */
  readonly replyTo?: string;
  readonly files?: readonly MessageFile[];
}

/**
 * What the bot sends on its own account, not as the reply to an interaction. Every call rejects
 * with an OutboxError when Discord refuses it or cannot be reached.
 */
export interface Outbox {
  post(channelId: string, body: MessageBody, options?: PostOptions): Promise<Posted>;
  edit(channelId: string, messageId: string, body: MessageBody): Promise<void>;
  remove(channelId: string, messageId: string): Promise<void>;
  /** `emoji` is one character of Unicode's. */
  react(channelId: string, messageId: string, emoji: string): Promise<void>;
  /** Sends a direct message. */
  tell(userId: string, body: MessageBody, options?: PostOptions): Promise<Posted>;
}

/** What went wrong with a message. The first group will not change by itself. */
const PERMANENT = [
  'unknown-channel',
  'unknown-message',
  'unknown-user',
  'missing-access',
  'missing-permissions',
  'cannot-tell',
  'closed-thread',
  'refused',
] as const;
const TRANSIENT = ['rate-limit', 'server-error', 'network', 'unauthorized'] as const;
export type OutboxReason = (typeof PERMANENT)[number] | (typeof TRANSIENT)[number];

/** A message could not be sent, changed or removed. */
export class OutboxError extends Error {
  readonly reason: OutboxReason;

  constructor(reason: OutboxReason, cause: unknown) {
    super(`the message could not be delivered: ${reason}`, { cause });
    this.reason = reason;
  }

  /** Whether trying again is useless until somebody mends something. */
  get permanent(): boolean {
    return PERMANENT.some((reason) => reason === this.reason);
  }
}
