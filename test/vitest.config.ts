import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    // Vitest leaves one core free, which on two cores is half of the machine. No more than 8: each
    // worker holds connections to the one PostgreSQL, and some start a browser.
    maxWorkers: Math.min(8, availableParallelism()),
    // A worker loads what the tests import once, not once a file: that was a quarter of all the work.
    // Nothing of ours is global and mutable but answers that are remembered, and these are always the
    // same, so no test file can leave anything for the next.
    isolate: false,
    // End-to-end tests start real processes on machines with two cores that others use too.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    globalSetup: ['test/storage/postgres.ts', 'test/prepared.ts'],
    expect: { poll: { timeout: 60_000 } },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'commands/**/*.ts'],
      // The page's program runs in a browser, where test/page drives it: V8 here cannot see it.
      exclude: ['src/sandbox/page/client/**'],
      reporter: ['text-summary', 'lcovonly'],
      thresholds: { lines: 90, branches: 90 },
    },
  },
});
