import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    // End-to-end tests start real processes on machines with two cores.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ['test/storage/postgres.ts'],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'commands/**/*.ts'],
      reporter: ['text-summary', 'lcovonly'],
      thresholds: { lines: 90, branches: 90 },
    },
  },
});
