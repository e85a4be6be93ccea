import { defineConfig } from 'vitest/config';

/** A bound against tests that hang, wide enough for a slow machine; how fast Headroom is, `bench/` measures. */
const longest = process.env['HEADROOM_TEST_LONG'] === undefined ? 60_000 : 900_000;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // Many tests wait for programs that they start: a worker for each core, not one less.
    maxWorkers: '100%',
    setupFiles: ['test/fixed-seed.ts'],
    testTimeout: longest,
    hookTimeout: longest,
  },
});
