import { postBody } from '../commands/daily/post-body.ts';
import type { Outbox } from '../commands/outbox.ts';
import type { Library } from './article/library.ts';
import type { Clock } from './clock/clock.ts';
import type { Config } from './config.ts';
import type { Post } from './daily/ports.ts';
import type { Pace } from './discord/pace.ts';
import { createPosts, type PostLook, type TypeOf } from './discord/posts.ts';
import { createSendingRest } from './discord/rest.ts';
import { tellPause } from './discord/tell-pause.ts';
import type { ReadingAids } from './language/reading-aids.ts';
import type { Log } from './log.ts';
import { postTitle } from './render/post.ts';
import type { Store } from './storage/store.ts';
import { dailyRound } from './tick/daily-round.ts';
import { type Ticking, tickEveryMinute } from './tick/every-minute.ts';
import { tickWithFleet } from './tick/fleet.ts';

export interface DailyParts extends LookParts {
  readonly config: Config;
  readonly store: Store;
  readonly pace: Pace;
  readonly outbox: Outbox;
  readonly typeOf: TypeOf;
  readonly log: Log;
}

interface LookParts {
  readonly store: Pick<Store, 'readers' | 'schedules' | 'scores'>;
  readonly clock: Clock;
  readonly aids: () => Promise<ReadingAids>;
  libraryFor(guildId: string | null): Library;
}

/** How many posts one process has in hand at a time, for each request it may make in a second. */
const IN_HAND = 2;

/** How posts look, with the articles that their server can see. */
export function postLook(parts: LookParts): (post: Post) => Promise<PostLook> {
  const { libraryFor, store, clock, aids } = parts;
  return async (post) => {
    const library = libraryFor(post.schedule.guildId);
    const body = await postBody(post, library, { ...store, aids }, clock.now());
    return { body, title: postTitle(post) };
  };
}

/** Begins to deliver the daily posts, alone or with the processes on the same PostgreSQL. */
export async function startDailyPosts(parts: DailyParts): Promise<Ticking> {
  const { config, store, pace, outbox, clock, log, libraryFor } = parts;
  const round = dailyRound({
    ...store,
    posts: createPosts(createSendingRest(config.discord, pace), postLook(parts), parts.typeOf),
    articlesFor: (guildId) => libraryFor(guildId).articles,
    now: () => clock.now(),
    window: config.catchUpWindow,
    tell: (schedule) => tellPause(outbox, schedule),
    log,
  });
  const atOnce = Math.ceil(config.requestsPerSecond * IN_HAND);
  return 'url' in config.store
    ? tickWithFleet(round, { url: config.store.url, clock, log, atOnce })
    : tickEveryMinute(round, { clock, log, atOnce });
}
