import type { Article } from '../article/article.ts';
import type { Claim, DeliveryName, FailureReason, Instant, PauseReason, Placed } from './model.ts';
import { REFUSALS } from './model.ts';
import { type Deliveries, DeliveryError, type EndState, type Posts } from './ports.ts';
import { nextAttempt } from './retry.ts';
import { isFinished, type NextExcerpt, nextExcerpt } from './sequence.ts';

/** How long a claim holds, in milliseconds: longer than a delivery can take. */
const LEASE = 60_000;
/**
 * Discord remembers a nonce for "the past few minutes": so long after a claim that was left open the
 * same post can be sent again without harm, even where the channel cannot be read.
 */
const NONCE_MEMORY = 3 * 60_000;
/** How far Discord's clock, by which messages are numbered, may be from ours. */
const CLOCK_SKEW = 2 * 60_000;

/** The moments of a delivery at which a process may die; named for the tests that kill it there. */
export const STEPS = ['claimed', 'looked', 'sent', 'completed', 'recorded'] as const;
export type Step = (typeof STEPS)[number];

export interface Delivering {
  readonly deliveries: Deliveries;
  readonly posts: Posts;
  /** The articles that a server can be sent, in the library's order. */
  articlesFor(guildId: string): readonly Article[];
  now(): Instant;
  /** The catch-up window: how late a post may come, in milliseconds. */
  readonly window: number;
  readonly reached?: (step: Step) => void;
}

/** How a call of `deliver` went; `not ours`: another process has it, or it was done before. */
export type Outcome =
  | 'not ours'
  | { readonly state: 'sent'; readonly reason: 'thread' | null }
  | { readonly state: EndState | 'postponed'; readonly reason: FailureReason };

/**
 * Delivers one post: claim → look for what an interrupted attempt may have sent → send → record. Safe
 * to call any number of times, by any number of processes, and to be killed anywhere. Rejects only
 * when the store fails; the lease then brings the delivery back.
 */
export async function deliver(name: DeliveryName, parts: Delivering): Promise<Outcome> {
  const { deliveries, reached = () => {} } = parts;
  const now = parts.now();
  const claim = await deliveries.claim(name, now, now + LEASE);
  if (claim === null) return 'not ours';
  reached('claimed');
  const open = { claim, doubtSince: claim.delivery.doubtSince };
  try {
    const found = await lookFor(open, parts);
    reached('looked');
    if (found === 'unsure') return await end(claim, 'missed', 'unsure', parts);
    return await proceed(claim, found, parts);
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    return afterFailure(open, error, parts);
  }
}

/** A claim with what is still unknown of earlier attempts: since when a post may stand in Discord. */
interface OpenClaim {
  readonly claim: Claim;
  doubtSince: Instant | null;
}

/** What an earlier attempt sent and nobody recorded; `unsure` when that cannot be found out. */
async function lookFor(
  open: OpenClaim,
  { posts, now }: Delivering,
): Promise<Placed | null | 'unsure'> {
  const { doubtSince, claim } = open;
  if (doubtSince === null) return null;
  const from = doubtSince - CLOCK_SKEW;
  const found = await posts.find(claim.schedule, claim.delivery, from, now() + CLOCK_SKEW);
  if (found === 'unreadable') return now() - doubtSince < NONCE_MEMORY ? null : 'unsure';
  open.doubtSince = null;
  return found;
}

async function proceed(claim: Claim, found: Placed | null, parts: Delivering): Promise<Outcome> {
  const { delivery, schedule, presence } = claim;
  const next = nextExcerpt(schedule, schedule.position, parts.articlesFor(schedule.guildId));
  if (found !== null) return record(claim, found, next, parts);
  if (schedule.paused !== null) return end(claim, 'skipped', 'paused', parts);
  if (presence === 'left') return end(claim, 'missed', 'left', parts);
  if (parts.now() - delivery.owedAt > parts.window) {
    return end(claim, 'missed', delivery.reason ?? 'down', parts);
  }
  if (presence === 'away') throw new DeliveryError('server-away');
  if (next.kind === 'gone') return end(claim, 'failed', 'article-gone', parts, 'article-gone');
  if (next.kind === 'finished') return end(claim, 'skipped', 'finished', parts, 'finished');
  const placed = await parts.posts.send({ schedule, name: delivery, excerpt: next.excerpt });
  parts.reached?.('sent');
  return record(claim, placed, next, parts);
}

async function record(
  claim: Claim,
  placed: Placed,
  next: NextExcerpt,
  parts: Delivering,
): Promise<Outcome> {
  const { schedule, delivery } = claim;
  const { excerpt, position } =
    next.kind === 'excerpt' ? next : { excerpt: null, position: schedule.position };
  const lacking =
    excerpt && (await parts.posts.complete({ schedule, name: delivery, excerpt }, placed));
  parts.reached?.('completed');
  const now = parts.now();
  const last = isFinished(schedule, position, parts.articlesFor(schedule.guildId));
  await parts.deliveries.sent(claim, {
    placed,
    sentAt: now,
    articleId: excerpt?.article.id ?? null,
    paragraphs: excerpt?.paragraphs.map(({ number }) => number) ?? [],
    position,
    reason: lacking,
    pause: last ? { reason: 'finished', since: now } : null,
  });
  parts.reached?.('recorded');
  return { state: 'sent', reason: lacking };
}

async function end(
  claim: Claim,
  state: EndState,
  reason: FailureReason,
  { deliveries, now }: Delivering,
  pause?: PauseReason,
): Promise<Outcome> {
  const pausing = pause === undefined ? undefined : { reason: pause, since: now() };
  await deliveries.end(claim, state, reason, pausing);
  return { state, reason };
}

async function afterFailure(
  { claim, doubtSince }: OpenClaim,
  { reason, doubt }: DeliveryError,
  parts: Delivering,
): Promise<Outcome> {
  const { delivery } = claim;
  const refusal = REFUSALS.find((each) => each === reason);
  if (refusal !== undefined && isCertain(claim, refusal)) {
    return end(claim, 'failed', refusal, parts, refusal);
  }
  const now = parts.now();
  const next = nextAttempt(delivery, delivery.attempts, delivery.owedAt, now, parts.window);
  if (next === null) return end(claim, 'missed', reason, parts);
  const since = doubtSince ?? (doubt ? delivery.claimedAt : null);
  await parts.deliveries.postpone(claim, next, { reason, doubtSince: since });
  return { state: 'postponed', reason };
}

/**
 * A server in an outage answers as one that the bot may no longer see, and perhaps before the gateway
 * tells of the outage: that refusal counts when it comes again at the next attempt.
 */
function isCertain({ delivery }: Claim, refusal: FailureReason): boolean {
  return refusal !== 'missing-access' || delivery.reason === 'missing-access';
}
