import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Pause between two looks at another process; a person notices 100 ms at most. */
export const LOOK_INTERVAL_MS = 50;
/** Time a platform has to stop in order: PostgreSQL writes its last checkpoint in well under this. */
const STOP_TIMEOUT_MS = 20_000;

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  // A zombie answers signals and has no command line; in a container nobody may ever reap it.
  return commandLine(pid) !== '';
}

/** Whether a pid is a platform's still: after a restart of the machine it may be anybody's. */
export function isPlatform(pid: number): boolean {
  return isAlive(pid) && (commandLine(pid) ?? PLATFORM).includes(PLATFORM);
}

const PLATFORM = 'district-platform';

/** Undefined where the system does not tell. */
function commandLine(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return undefined;
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
