import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedError, systemCode } from './errors.ts';
import { postgresProcessesIn } from './process-table.ts';
import { waitUntil } from './wait-until.ts';

/** A fast shutdown ends with a checkpoint, which writes at most the 128 MB of shared buffers; slow disks need a while. */
const FAST_SHUTDOWN_MS = 30_000;
/** An immediate shutdown writes nothing. */
const IMMEDIATE_SHUTDOWN_MS = 5_000;

export const POSTMASTER_FILE = 'postmaster.pid';

/**
 * Stops every PostgreSQL process that still works on `cluster`, whose platform is gone; call it under our lock. What
 * counts is the working directory of running processes: postmaster.pid may be stale, and its pid used again.
 */
export async function stopLeftover(cluster: string): Promise<void> {
  const directory = await realpath(cluster).catch(() => cluster);
  const stopped =
    (await signalUntilGone(directory, 'SIGINT', FAST_SHUTDOWN_MS)) ||
    (await signalUntilGone(directory, 'SIGQUIT', IMMEDIATE_SHUTDOWN_MS));
  if (!stopped) throw stillRunning(await postgresProcessesIn(directory));
  // Otherwise the start would take its "ready" for that of the new server.
  await rm(join(directory, POSTMASTER_FILE), { force: true });
}

/** Signals again and again: a server that has just been started has not written its pid or does not listen yet. */
async function signalUntilGone(
  directory: string,
  signal: 'SIGINT' | 'SIGQUIT',
  timeoutMs: number,
): Promise<boolean> {
  return waitUntil(async () => {
    const pids = await postgresProcessesIn(directory);
    const content = await readFile(join(directory, POSTMASTER_FILE), 'utf8').catch(() => '');
    const postmaster = Number.parseInt(content, 10);
    // Without a postmaster the others leave by themselves.
    if (pids.includes(postmaster)) signalIfThere(postmaster, signal);
    return pids.length === 0;
  }, timeoutMs);
}

function signalIfThere(pid: number, signal: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (systemCode(error) !== 'ESRCH') throw error;
  }
}

function stillRunning(pids: number[]): EmbeddedError {
  return new EmbeddedError(
    'data_in_use',
    `PostgreSQL of an earlier run does not stop (process ${pids.join(', ')}).`,
    `Stop it (kill -QUIT ${pids[0]}) and try again.`,
  );
}
