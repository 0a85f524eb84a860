import { describe, expect, it } from 'vitest';
import { SettableClock, systemClock } from '../../src/clock/clock.ts';
import { wakeAt } from '../../src/clock/wake.ts';

const DAY = 24 * 3_600_000;

describe('a clock', () => {
  it('runs with the machine, or ahead of it', () => {
    const clock = new SettableClock(DAY, () => 1000);
    expect(clock.now()).toBe(DAY + 1000);
    clock.advance(-DAY);
    expect(clock.now()).toBe(1000);
    clock.set(5000);
    expect([clock.now(), clock.offset]).toEqual([5000, 4000]);
    expect(systemClock.onSet(() => {})()).toBeUndefined();
  });

  it('calls back when it is set, until that is called off', () => {
    const clock = new SettableClock();
    const times: number[] = [];
    const stop = clock.onSet(() => times.push(clock.offset));
    clock.advance(1);
    stop();
    clock.advance(1);
    expect(times).toEqual([1]);
  });
});

describe('wakeAt', () => {
  it('wakes when the clock is set past the time, however far', async () => {
    const clock = new SettableClock();
    const woken = Promise.withResolvers<void>();
    wakeAt(clock, clock.now() + 400 * DAY, () => woken.resolve());
    clock.advance(401 * DAY);
    await woken.promise;
  });

  it('wakes for what is past already, but not before it has returned', async () => {
    const clock = new SettableClock();
    const woken = Promise.withResolvers<boolean>();
    let returned = false;
    wakeAt(clock, clock.now() - DAY, () => woken.resolve(returned));
    returned = true;
    expect(await woken.promise).toBe(true);
  });

  it('does not wake once it was called off, and wakes once at most', async () => {
    const clock = new SettableClock();
    const woken: string[] = [];
    const cancel = wakeAt(clock, clock.now() + DAY, () => woken.push('called off'));
    wakeAt(clock, clock.now() + DAY, () => woken.push('once'));
    cancel();
    clock.advance(2 * DAY);
    clock.advance(2 * DAY);
    expect(woken).toEqual(['once']);
  });
});
