import { z } from 'zod';
import type { Weekday } from './local-day.ts';
import type { Run } from './owed.ts';

/** Milliseconds since 1970. */
export type Instant = number;

/**
 * How the two languages of a post are shown; `settings`: as the settings of its server say at the time;
 * `hidden`: the translation is behind a spoiler.
 */
export const SHOWS = ['settings', 'both', 'hidden', 'english-first', 'chinese-first'] as const;
export type Show = (typeof SHOWS)[number];

/** `shuffled`: every paragraph once before any comes again. */
export const ORDERS = ['sequence', 'shuffled'] as const;
export type Order = (typeof ORDERS)[number];

/** What follows the last paragraph of an article: the next article, the same again, or nothing. */
export const ENDS = ['next', 'again', 'stop'] as const;
export type AtEnd = (typeof ENDS)[number];

/** The languages a post's own words can be in: those the bot speaks. */
export const POST_LANGUAGES = ['en', 'zh-TW', 'zh-CN'] as const;
export type PostLanguage = (typeof POST_LANGUAGES)[number];

/** What Discord, or the lack of it, does to a post. The first group will not mend itself. */
export const REFUSALS = [
  'unknown-channel',
  'missing-access',
  'missing-permissions',
  'closed-thread',
  'refused',
] as const;
const HINDRANCES = [
  'network',
  'server-error',
  'rate-limit',
  'unauthorized',
  'server-away',
] as const;

/** Why a schedule rests. All but `by-hand` came without its maker's doing. */
export const PAUSES = ['by-hand', 'finished', 'article-gone', ...REFUSALS] as const;
export type PauseReason = (typeof PAUSES)[number];

/**
 * Why a delivery was not sent, or not yet. `down`: the bot itself was away until the window closed;
 * `left`: it had been taken out of the server; `unsure`: it may have been sent, and the bot cannot
 * read the channel to see; `paused`: the schedule was paused before its turn; `by-hand`: skipped;
 * `thread`: it was sent, but without its thread.
 */
export const FAILURES = [
  ...PAUSES,
  ...HINDRANCES,
  'down',
  'left',
  'unsure',
  'paused',
  'thread',
] as const;
export type FailureReason = (typeof FAILURES)[number];

export interface Pause {
  readonly reason: PauseReason;
  readonly since: Instant;
}

/**
 * Where the sequence stands. Only a post that was sent moves it, so that no paragraph is lost.
 * `articleId` is the article being read (null before the first post of the whole library), `last` the
 * number of the paragraph that was posted last (0 before the first), `round` how often everything has
 * begun anew; `seed` shuffles.
 */
export const positionShape = z.object({
  articleId: z.string().nullable(),
  last: z.int().min(0),
  round: z.int().min(0),
  seed: z.int().min(0),
});
export type Position = z.infer<typeof positionShape>;

/** Where, when and what a server is sent. */
export interface Schedule {
  /** Short and safe in a custom_id: letters, digits, `_` and `-`, at most 16. */
  readonly id: string;
  readonly guildId: string;
  readonly channelId: string;
  readonly time: { readonly hour: number; readonly minute: number };
  /** An IANA zone. */
  readonly zone: string;
  readonly days: readonly Weekday[];
  /** Null: the whole library, article by article. */
  readonly articleId: string | null;
  /** 1 to 5 in one post. */
  readonly paragraphs: number;
  readonly show: Show;
  readonly order: Order;
  readonly atEnd: AtEnd;
  /** Whether each post gets a thread for the discussion. */
  readonly thread: boolean;
  /** The one role that a post mentions. */
  readonly roleId: string | null;
  /** The forum tag of each post. */
  readonly tagId: string | null;
  readonly quiz: boolean;
  readonly language: PostLanguage;
  /** Who set it up and is told when it cannot go on; null once they have asked to be forgotten. */
  readonly createdBy: string | null;
  readonly creatorLanguage: PostLanguage;
  readonly createdAt: Instant;
  readonly paused: Pause | null;
  readonly position: Position;
  /** The first day that is not owed yet; null while nothing will ever be owed again. */
  readonly next: Run | null;
}

/** What `/daily edit` and the delivery may change of a schedule. */
export type ScheduleChange = Partial<Omit<Schedule, 'id' | 'guildId' | 'createdAt'>>;

/**
 * A delivery's name within its schedule: its local day, or for an extra post (`/daily now`) that day
 * with a number, as `2026-11-24+1`.
 */
export type DeliveryDay = string;

/**
 * `owed`: to be sent, now or at the next attempt. `claimed`: a process is at it until the lease ends.
 * `missed`: the catch-up window closed. `skipped`: the admin wanted it so. `failed`: Discord refused
 * for good, and the schedule was paused.
 */
export const DELIVERY_STATES = ['owed', 'claimed', 'sent', 'missed', 'skipped', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One schedule's post for one local day. */
export interface Delivery {
  readonly scheduleId: string;
  readonly day: DeliveryDay;
  readonly state: DeliveryState;
  readonly owedAt: Instant;
  /** How often it has been claimed. */
  readonly attempts: number;
  /** When it may be claimed: for one that is claimed, the end of the lease. */
  readonly nextAttemptAt: Instant;
  readonly claimedAt: Instant | null;
  /** Since when the post may stand in Discord without our knowing: a claim was left open then. */
  readonly doubtSince: Instant | null;
  /** Where the post stands, once it was sent. In a forum the channel is the post's own thread. */
  readonly channelId: string | null;
  readonly messageId: string | null;
  readonly sentAt: Instant | null;
  /** Why it was not sent, or what was wrong at the last attempt. */
  readonly reason: FailureReason | null;
  readonly articleId: string | null;
  /** The numbers of the paragraphs that were sent. */
  readonly paragraphs: readonly number[];
}

/** What tells one delivery from every other. */
export type DeliveryName = Pick<Delivery, 'scheduleId' | 'day'>;

/**
 * The two parts of a delivery's name as they stand, side by side, in the custom_id of at least one
 * button of its post: by them the post is found again.
 */
export function deliveryKey({ scheduleId, day }: DeliveryName): string {
  return `${scheduleId}:${day}`;
}

/** A delivery that a process has taken upon itself. `attempts` tells this claim from later ones. */
export interface Claim {
  readonly delivery: Delivery;
  readonly schedule: Schedule;
  readonly presence: Presence | null;
}

/** Whether the bot is in a server; `away`: Discord has an outage there. */
export const PRESENCES = ['present', 'away', 'left'] as const;
export type Presence = (typeof PRESENCES)[number];

/** Where a post stands. In a forum the channel is the post's own thread. */
export interface Placed {
  readonly channelId: string;
  readonly messageId: string;
}

/** How many schedules a server may have. */
export const MAX_SCHEDULES = 25;
