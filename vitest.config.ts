import { defineConfig } from 'vitest/config';

/** Starting PostgreSQL and seeding take seconds on a small, busy machine; a hang still ends. */
const HOOK_TIMEOUT_MS = 60_000;
const TEST_TIMEOUT_MS = 30_000;

/** Two cores are kept busy: much of a test is waiting for a process, a terminal or the database. */
const WORKERS = 2;

/** Pages are tried in Chromium, which not every machine has: `--mode full`. */
const PAGES = 'test/pages/*.pages.ts';

export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.{ts,tsx}', ...(mode === 'full' ? [PAGES] : [])],
    globalSetup: ['test/setup/postgres.ts', 'test/setup/build.ts'],
    setupFiles: ['test/setup/environment.ts'],
    maxWorkers: WORKERS,
    hookTimeout: HOOK_TIMEOUT_MS,
    testTimeout: TEST_TIMEOUT_MS,
  },
}));
