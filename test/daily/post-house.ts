import type { APIMessage } from 'discord-api-types/v10';
import { afterEach } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { type Delivering, deliver, type Outcome, type Step } from '../../src/daily/deliver.ts';
import { lookForOwed } from '../../src/daily/look.ts';
import type { Schedule } from '../../src/daily/model.ts';
import type { Posts } from '../../src/daily/ports.ts';
import { Pace } from '../../src/discord/pace.ts';
import { createPosts } from '../../src/discord/posts.ts';
import { createSendingRest } from '../../src/discord/rest.ts';
import { printMessage } from '../../src/sandbox/print.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { findChannel } from '../../src/sandbox/world/names.ts';
import { openStore, type Store } from '../../src/storage/store.ts';
import { articleOf } from '../article/fixtures.ts';
import { DAILY, MORNING } from './fixtures.ts';
import { plainLook } from './post-look.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Forty paragraphs, so that a sequence does not end by accident. */
export const LONG: Article = articleOf(
  Array.from(
    { length: 40 },
    (_, index) => [`Tide ${index + 1}.`, `第${index + 1}次潮汐。`] as const,
  ),
);

/** A Discord, a store and the delivery between them; the clock shows 08:00 in Taipei. */
export class PostHouse {
  readonly sandbox: Sandbox;
  readonly store: Store;
  articles: readonly Article[] = [LONG];
  window = 6 * HOUR;
  reached: (step: Step) => void = () => {};
  #posts: Posts;

  constructor(sandbox: Sandbox, store: Store) {
    this.sandbox = sandbox;
    this.store = store;
    this.#posts = postsOf(sandbox);
  }

  /** Another process goes on: it knows nothing but what is in the store. */
  restart(): void {
    this.reached = () => {};
    this.#posts = postsOf(this.sandbox);
  }

  get now(): number {
    return this.sandbox.clock.now();
  }

  channelId(name: string): string {
    return findChannel(this.sandbox.world, name).id;
  }

  /** Adds a schedule for a channel whose first post is owed now. */
  async add(channel: string, changes: Partial<Schedule> = {}): Promise<Schedule> {
    const { id: channelId, guildId } = findChannel(this.sandbox.world, channel);
    const schedule = { ...DAILY, channelId, guildId: guildId ?? '', ...changes };
    await this.store.schedules.add(schedule);
    return schedule;
  }

  /** What the delivery works with here. */
  get parts(): Delivering {
    return {
      deliveries: this.store.deliveries,
      posts: this.#posts,
      articlesFor: () => this.articles,
      now: () => this.now,
      window: this.window,
      reached: (step) => this.reached(step),
    };
  }

  /** One round: looks what is owed and delivers all that is ready, one after the other. */
  async round(): Promise<(Outcome & object)[]> {
    const { deliveries } = this.store;
    await lookForOwed(deliveries, this.now, this.window);
    const outcomes: Outcome[] = [];
    for (const name of await deliveries.ready(this.now, 100)) {
      outcomes.push(await deliver(name, this.parts));
    }
    return outcomes.filter((outcome) => outcome !== 'not ours');
  }

  /** Rounds, a minute apart, until nothing waits any more or `hours` have passed. */
  async rounds(hours: number): Promise<(Outcome & object)[]> {
    const all: (Outcome & object)[] = [];
    for (let minute = 0; minute <= hours * 60; minute += 1) {
      all.push(...(await this.round()));
      this.sandbox.clock.advance(60_000);
    }
    return all;
  }

  /** The bot's messages in a channel. */
  messages(channel: string): readonly APIMessage[] {
    const { world } = this.sandbox;
    const id = /^\d+$/.test(channel) ? channel : this.channelId(channel);
    return [...(world.messages.get(id)?.values() ?? [])].flatMap(({ message }) =>
      message.author.id === world.bot.id ? [message] : [],
    );
  }

  texts(channel: string): string[] {
    return this.messages(channel).map((message) => printMessage(message));
  }
}

function postsOf({ token, apiUrl }: Sandbox): Posts {
  return createPosts(createSendingRest({ token, apiUrl }, new Pace(50)), plainLook);
}

/** Opens houses and closes them after each test. */
export function postHouses(): () => Promise<PostHouse> {
  const open: PostHouse[] = [];
  afterEach(async () => {
    for (const { sandbox, store } of open.splice(0)) {
      await store.close();
      await sandbox.close();
    }
  });
  return async () => {
    const sandbox = await startSandbox({ globalLimit: 1000, now: () => MORNING });
    const house = new PostHouse(sandbox, await openStore({ file: ':memory:' }));
    open.push(house);
    return house;
  };
}
