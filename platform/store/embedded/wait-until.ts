import { setTimeout as delay } from 'node:timers/promises';

/** Short against the 100 ms in which PostgreSQL starts, long against one look at a file. */
const LOOK_EVERY_MS = 10;

/** Looks until `condition` holds; false if it did not within `timeoutMs`. Files and processes have no event to wait for. */
export async function waitUntil(condition: () => Promise<boolean>, timeoutMs: number): Promise<boolean> {
  const giveUpAtMs = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() >= giveUpAtMs) return false;
    await delay(LOOK_EVERY_MS);
  }
  return true;
}
