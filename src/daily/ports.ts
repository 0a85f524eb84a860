import type { PersonalData, ServerData } from '../privacy/owned-data.ts';
import type {
  Claim,
  Delivery,
  DeliveryName,
  FailureReason,
  Instant,
  Pause,
  Placed,
  Position,
  Presence,
  Schedule,
  ScheduleChange,
} from './model.ts';
import type { OwedRun, Run } from './owed.ts';
import type { Excerpt } from './sequence.ts';

/** The schedules of all servers. */
export interface Schedules extends PersonalData, ServerData {
  /** Adds a schedule; false when its server has MAX_SCHEDULES already. */
  add(schedule: Schedule): Promise<boolean>;
  /** The schedule as it stands after the change, or null when there is none of this id. */
  change(id: string, change: ScheduleChange): Promise<Schedule | null>;
  /** Deletes a schedule and its deliveries; false when there is none of this id. */
  remove(id: string): Promise<boolean>;
  byId(id: string): Promise<Schedule | null>;
  /** The schedules of a server, oldest first. */
  ofServer(guildId: string): Promise<readonly Schedule[]>;
  /** The latest deliveries of a schedule, the newest first. */
  history(id: string, limit: number): Promise<readonly Delivery[]>;
}

/** A post that stands in Discord, and what of the sequence it has used up. */
export interface SentPost {
  readonly placed: Placed;
  readonly sentAt: Instant;
  readonly articleId: string | null;
  readonly paragraphs: readonly number[];
  /** Where the sequence stands after it. */
  readonly position: Position;
  /** What is missing of it: the thread for its discussion, say. */
  readonly reason: FailureReason | null;
  /** Set when nothing comes after it. */
  readonly pause: Pause | null;
}

/** What is owed to whom. Every call is one transaction, so a process may die between any two. */
export interface Deliveries {
  /** Unpaused schedules whose next run has come, the longest waiting first. */
  due(now: Instant, limit: number): Promise<readonly Schedule[]>;
  /**
   * Records the runs of schedules, each once for its day, and moves their `next`. A schedule whose
   * next run is no longer the one that was read is left alone: somebody else was here.
   */
  owe(owing: readonly Owing[]): Promise<void>;
  /** Adds one by hand: an extra post to be sent now, or a day to be skipped. False: it is there. */
  add(name: DeliveryName, owedAt: Instant, state: 'owed' | 'skipped'): Promise<boolean>;
  /** The deliveries that may be claimed at `now`, the longest waiting first. */
  ready(now: Instant, limit: number): Promise<readonly DeliveryName[]>;
  /** Takes a delivery that is ready until `leaseUntil`; null when another has it, or it is done. */
  claim(name: DeliveryName, now: Instant, leaseUntil: Instant): Promise<Claim | null>;
  /** Records a post, once, even for a claim whose lease has run out: it stands in Discord. */
  sent(claim: Claim, post: SentPost): Promise<void>;
  /**
   * Gives a claim back, to be tried again. `doubtSince`: since when the post may stand in Discord all
   * the same, or null. Nothing happens when the claim has passed to another.
   */
  postpone(claim: Claim, next: Instant, why: Postponed): Promise<void>;
  /** Ends a claim without a post, and pauses the schedule with it where `pause` says so. */
  end(claim: Claim, state: EndState, reason: FailureReason, pause?: Pause): Promise<void>;
  /** Schedules that were paused without their maker's doing, who has not been told yet. */
  untold(limit: number): Promise<readonly Schedule[]>;
  told(scheduleId: string): Promise<void>;
  /** Deletes the deliveries that were done with at `instant` or before. */
  forgetBefore(instant: Instant): Promise<void>;
}

export type EndState = 'missed' | 'skipped' | 'failed';

export interface Owing {
  readonly schedule: Schedule;
  readonly runs: readonly OwedRun[];
  readonly next: Run | null;
}

export interface Postponed {
  readonly reason: FailureReason;
  readonly doubtSince: Instant | null;
}

/** The servers the bot is or was in, as the gateway tells it. */
export interface Servers extends ServerData {
  /** Null for a server that was never seen. */
  presenceOf(guildId: string): Promise<Presence | null>;
  /** Keeps since when a presence holds; the same again changes nothing. */
  mark(guildIds: readonly string[], presence: Presence, now: Instant): Promise<void>;
  /** All servers that were seen and not forgotten. */
  known(): Promise<readonly string[]>;
  /** The servers that the bot left at `instant` or before. */
  leftBefore(instant: Instant): Promise<readonly string[]>;
}

/** One post, ready to be rendered. */
export interface Post {
  readonly schedule: Schedule;
  readonly name: DeliveryName;
  readonly excerpt: Excerpt;
}

/** Discord, as far as a delivery is concerned. Failures are DeliveryErrors. */
export interface Posts {
  /** Sends a post. The same one twice within minutes is one, except in a forum. */
  send(post: Post): Promise<Placed>;
  /** Gives a post that stands what else it is to have, its thread; what is lacking, or null. */
  complete(post: Post, placed: Placed): Promise<'thread' | null>;
  /**
   * The post of `name` among what was sent between the two instants; null when it is not there,
   * `unreadable` when the channel's messages cannot be seen.
   */
  find(
    schedule: Schedule,
    name: DeliveryName,
    from: Instant,
    until: Instant,
  ): Promise<Placed | null | 'unreadable'>;
}

/** Discord did not take a post, or nobody knows whether it did. */
export class DeliveryError extends Error {
  readonly reason: FailureReason;
  /** Whether the post may have been made all the same. */
  readonly doubt: boolean;

  constructor(
    reason: FailureReason,
    { doubt = false, cause }: { readonly doubt?: boolean; readonly cause?: unknown } = {},
  ) {
    super(`not delivered: ${reason}`, { cause });
    this.reason = reason;
    this.doubt = doubt;
  }
}
