import { DefaultRestOptions, REST, type RESTOptions } from '@discordjs/rest';
import type { Config } from '../config.ts';
import type { Pace, Urgency } from './pace.ts';

/** A limit that would keep a request waiting longer than this makes it fail; it is tried later. */
const LONGEST_WAIT = 10_000;
const SEND_TIMEOUT = 10_000;

/** The first answer to an interaction: Discord does not count it, and gives three seconds for it. */
const CALLBACK = /\/interactions\/[^/]+\/[^/]+\/callback/;
/** Later answers to an interaction. */
const ANSWER = /\/webhooks\//;

/**
 * How the bot's REST clients work: discord.js keeps to the limits of each route, `pace` to the global
 * one. (discord.js counts that in fixed seconds, of which two halves may hold twice as much.)
 */
export function restOptions(config: Config['discord'], pace: Pace): Partial<RESTOptions> {
  return {
    api: config.apiUrl,
    globalRequestsPerSecond: Number.MAX_SAFE_INTEGER,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > LONGEST_WAIT,
    makeRequest: (url, init) => {
      const send = () => DefaultRestOptions.makeRequest(url, init);
      return CALLBACK.test(url) ? send() : pace.run(urgencyOf(url), send);
    },
  };
}

function urgencyOf(url: string): Urgency {
  return ANSWER.test(url) ? 'urgent' : 'ordinary';
}

/**
 * A REST client for posts. It tries nothing again by itself: not every call may be made twice, and
 * when to try again is the delivery's decision.
 */
export function createSendingRest(config: Config['discord'], pace: Pace): REST {
  const options = { ...restOptions(config, pace), retries: 0, timeout: SEND_TIMEOUT };
  return new REST(options).setToken(config.token);
}
