import { setTimeout as delay } from 'node:timers/promises';

/** Pause between two looks at another process; a person notices 100 ms at most. */
export const LOOK_INTERVAL_MS = 50;
/** Time a platform has to stop in order: PostgreSQL writes its last checkpoint in well under this. */
const STOP_TIMEOUT_MS = 20_000;

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Asks a process to end and waits until it has; false when it is still there after the time it has. */
export async function endProcess(pid: number): Promise<boolean> {
  if (isAlive(pid)) process.kill(pid, 'SIGTERM');
  for (let waitedMs = 0; waitedMs < STOP_TIMEOUT_MS; waitedMs += LOOK_INTERVAL_MS) {
    if (!isAlive(pid)) return true;
    await delay(LOOK_INTERVAL_MS);
  }
  return false;
}
