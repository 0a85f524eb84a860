import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { deliver } from '../../src/daily/deliver.ts';
import { lookForOwed } from '../../src/daily/look.ts';
import type { Posts } from '../../src/daily/ports.ts';
import { Work } from '../../src/daily/work.ts';
import { Pace } from '../../src/discord/pace.ts';
import { createPosts } from '../../src/discord/posts.ts';
import { createSendingRest } from '../../src/discord/rest.ts';
import { openStore } from '../../src/storage/store.ts';
import { LONG, WINDOW } from './crash-world.ts';
import { plainLook } from './post-look.ts';

/**
 * A bot reduced to its deliveries, in a process of its own: store, REST and nothing else. It kills
 * itself, as kill -9 does, at the `dieAt`-th step that any of its deliveries reaches.
 */
const task = z
  .object({
    address: z.union([z.object({ url: z.string() }), z.object({ file: z.string() })]),
    apiUrl: z.string(),
    token: z.string(),
    now: z.number(),
    /** Milliseconds from the beginning of a request to the step "sending". */
    inFlight: z.number(),
    dieAt: z.number().nullable(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

let steps = 0;
function reached(step: string): void {
  steps += 1;
  if (steps !== task.dieAt) return;
  writeSync(1, step);
  process.kill(process.pid, 'SIGKILL');
}

const started = performance.now();
const now = () => task.now + Math.floor(performance.now() - started);
const { deliveries, close } = await openStore(task.address);
const { apiUrl, token } = task;
const sending = createPosts(createSendingRest({ apiUrl, token }, new Pace(50)), plainLook);
const posts: Posts = {
  ...sending,
  async send(post) {
    const sent = sending.send(post);
    await Promise.race([sent, wait(task.inFlight)]);
    reached('sending');
    return sent;
  },
};
const parts = { deliveries, posts, articlesFor: () => [LONG], now, window: WINDOW, reached };
await lookForOwed(deliveries, now(), WINDOW);
const work = new Work(
  {
    ready: (limit) => deliveries.ready(now(), limit),
    deliver: async (name) => {
      await deliver(name, parts);
    },
  },
  2,
);
await work.run();
await close();
