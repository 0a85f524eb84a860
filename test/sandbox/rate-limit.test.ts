import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RateLimit } from '../../src/sandbox/rest/rate-limit.ts';

describe('the global limit', () => {
  it('lets no second have more requests than it allows, wherever the second begins', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 400 }),
        fc.integer({ min: 1, max: 50 }),
        (gaps, allowed) => {
          const limit = new RateLimit(allowed);
          let now = 0;
          const passed = gaps.map((gap) => (now += gap)).filter((at) => limit.take(at) === null);
          for (const start of passed) {
            const within = passed.filter((at) => at >= start && at < start + 1000);
            expect(within.length).toBeLessThanOrEqual(allowed);
          }
        },
      ),
    );
  });

  it('lets a request pass after the wait that it was told', () => {
    const limit = new RateLimit(50);
    for (let at = 0; at < 50; at += 1) expect(limit.take(at)).toBeNull();
    const seconds = limit.take(100) ?? expect.fail('the 51st request passed');
    expect(seconds).toBe(0.9);
    expect(limit.take(100 + seconds * 1000)).toBeNull();
  });
});
