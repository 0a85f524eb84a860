import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that is the same for the same key, today and after every restart. */
export interface Chance {
  /** An integer from 0 up to but not including `limit`; `limit` is at least 1. */
  below(limit: number): number;
  /** One of `items`, each as likely; null when there is none. */
  pick<T>(items: readonly T[]): T | null;
  /** The items in another order, each order as likely (Fisher–Yates). */
  shuffled<T>(items: readonly T[]): T[];
}

/**
 * Chance from a key. SHA-256 spreads keys that differ in one bit over the whole state, which the
 * generator's own seeding does not; the generator is pure-rand's xoroshiro128+.
 */
export function chanceFrom(key: string): Chance {
  const digest = createHash('sha256').update(key).digest();
  const generator = xoroshiro128plusFromState([0, 4, 8, 12].map((at) => digest.readInt32LE(at)));
  const below = (limit: number) => uniformInt(generator, 0, limit - 1);
  return {
    below,
    pick: (items) => items[below(Math.max(1, items.length))] ?? null,
    shuffled(items) {
      const order = [...items];
      for (let last = order.length - 1; last > 0; last -= 1) {
        const other = below(last + 1);
        const [one, two] = [order[last], order[other]];
        if (one === undefined || two === undefined) continue;
        order[last] = two;
        order[other] = one;
      }
      return order;
    },
  };
}
