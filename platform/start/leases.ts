import { readdir } from 'node:fs/promises';

/** How often leases are looked at, and for how many looks in a row nobody may hold one before the platform stops. */
const LOOK_INTERVAL_MS = 1_000;
const EMPTY_LOOKS = 5;

/**
 * Watches a directory of lease files named by process id; calls `unused` once no file has named a live process for five seconds.
 * A console that was killed leaves its file behind, and does not keep the platform up with it. Returns how to stop watching.
 */
export function watchLeases(directory: string, unused: () => void): () => void {
  let emptyLooks = 0;
  const look = async () => {
    const names = await readdir(directory).catch(() => []);
    emptyLooks = names.some(isAlive) ? 0 : emptyLooks + 1;
    if (emptyLooks === EMPTY_LOOKS) unused();
  };
  const timer = setInterval(look, LOOK_INTERVAL_MS);
  return () => clearInterval(timer);
}

function isAlive(name: string): boolean {
  if (!/^\d+$/.test(name)) return false;
  try {
    process.kill(Number(name), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
