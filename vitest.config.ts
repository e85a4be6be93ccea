import { defineConfig } from 'vitest/config';

/** A bound against tests that hang, wide enough for a slow machine; how fast Headroom is, `bench/` measures. */
const longest = process.env['HEADROOM_TEST_LONG'] === undefined ? 180_000 : 900_000;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    setupFiles: ['test/fixed-seed.ts'],
    testTimeout: longest,
    hookTimeout: longest,
  },
});
