import { setTimeout as realWait } from 'node:timers/promises';
import type { REST } from 'discord.js';
import { Routes } from 'discord-api-types/v10';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pace } from '../../src/discord/pace.ts';
import { createSendingRest } from '../../src/discord/rest.ts';
import { RateLimit } from '../../src/sandbox/rest/rate-limit.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';

const PER_SECOND = 50;

/** How long a request is on its way to Discord's count, and from there to its answer. */
interface Way {
  readonly there: number;
  readonly back: number;
}

const after = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Sends so many requests through a pace, by a clock that is moved by hand. */
async function sendAll(count: number, wayOf: (index: number) => Way) {
  const pace = new Pace(PER_SECOND);
  const limit = new RateLimit(PER_SECOND);
  let [limited, done] = [0, 0];
  const started = performance.now();
  const all = Array.from({ length: count }, (_, index) =>
    pace
      .run('ordinary', async () => {
        const { there, back } = wayOf(index);
        await after(there);
        if (limit.take(performance.now()) !== null) limited += 1;
        await after(back);
      })
      .then(() => {
        done += 1;
      }),
  );
  while (done < count) await vi.advanceTimersByTimeAsync(1000);
  await Promise.all(all);
  return { limited, seconds: (performance.now() - started) / 1000 };
}

describe('the pace, by a clock moved by hand', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('never sends more than Discord takes, however long each way is', async () => {
    const delay = fc.integer({ min: 0, max: 300 });
    const ways = fc.record({ there: delay, back: delay, spread: fc.integer({ min: 0, max: 80 }) });
    const seeds = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }));
    await fc.assert(
      fc.asyncProperty(ways, seeds, async ({ there, back, spread }, fractions) => {
        const more = () => Number(fractions.next().value) * spread;
        const way = () => ({ there: there + more(), back: back + more() });
        expect(await sendAll(250, way)).toMatchObject({ limited: 0 });
      }),
      { numRuns: 40 },
    );
  });

  it('keeps close to the full pace over a long but steady way', async () => {
    const { limited, seconds } = await sendAll(2000, () => ({ there: 90, back: 110 }));
    expect(limited).toBe(0);
    expect(seconds).toBeLessThanOrEqual(1.05 * (2000 / PER_SECOND) + 1);
  });

  it('does not send too much when the way becomes shorter all at once', async () => {
    const way = (index: number) => ({ there: index < 300 ? 60 : 42, back: 50 });
    expect(await sendAll(600, way)).toMatchObject({ limited: 0 });
  });
});

describe('the pace', () => {
  it('keeps to Discord’s limit whatever the delays', async () => {
    const sandbox = await startSandbox({ globalLimit: 20 });
    const { token, apiUrl } = sandbox;
    const limited = () => sandbox.refusals().filter(({ status }) => status === 429).length;
    const ask = (rest: REST) =>
      Promise.all(Array.from({ length: 50 }, () => rest.get(Routes.user('@me')).catch(() => null)));
    try {
      const paced = createSendingRest({ token, apiUrl }, new Pace(20));
      const slow = sandbox.faults.latency(40, /users/);
      await ask(paced);
      slow();
      await ask(paced);
      expect(limited()).toBe(0);
    } finally {
      await sandbox.close();
    }
  });

  it('lets what a reader waits for pass, and fails with the work it paces', async () => {
    const pace = new Pace(1);
    const order: string[] = [];
    const does = (name: string) => async () => {
      order.push(name);
    };
    await expect(
      pace.run('ordinary', async () => {
        await realWait(1);
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    await Promise.all([
      pace.run('ordinary', does('post')),
      pace.run('ordinary', does('another post')),
      pace.run('urgent', does('an answer')),
    ]);
    expect(order).toEqual(['an answer', 'post', 'another post']);
  });
});
