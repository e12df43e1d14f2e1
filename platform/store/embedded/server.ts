import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { fromProgramOutput, systemCode } from './errors.ts';
import { POSTMASTER_FILE, stopLeftover } from './leftover.ts';
import type { Place } from './place.ts';
import { PLAIN_ENVIRONMENT } from './run-program.ts';
import { serverArguments } from './settings.ts';
import { SOCKET_PORT } from './socket-directory.ts';
import { waitUntil } from './wait-until.ts';

export interface Server {
  /** Fast shutdown: open transactions are rolled back, the data is left clean. */
  stop(): Promise<void>;
  /** Resolves with the last line of the log if it ends without having been told to. */
  died: Promise<string>;
}

/** After a crash PostgreSQL first replays its journal (256 MB at most), which on a slow disk takes a minute. */
const READY_WITHIN_MS = 120_000;
/** As long as a fast shutdown may take; see leftover.ts for what follows. */
const STOP_WITHIN_MS = 30_000;

/**
 * Runs PostgreSQL under a shell that holds the reading end of a pipe from us. When we are gone, even by SIGKILL, the
 * pipe ends and the shell asks for a fast shutdown. It knows the pid as its own child, so it cannot hit another process.
 * It asks again each second, because a server that has just been started does not listen to signals yet.
 */
const WATCHDOG = `
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
{ read -r _ <&3; while kill -INT $server; do sleep 1; done; } 2>/dev/null &
guard=$!
wait $server
status=$?
kill $guard 2>/dev/null
exit $status
`;

/** Starts the server and waits until it accepts connections. */
export async function startServer(
  place: Place,
  binaries: Binaries,
  socketDirectory: string,
): Promise<Server> {
  const logFile = join(place.home, 'postgres.log');
  const args = serverArguments(place.cluster, socketDirectory, SOCKET_PORT);
  const child = await spawnWatched(logFile, [binaries.postgres, ...args], place);
  const ended = once(child, 'exit');
  let stopping = false;

  const stop = async () => {
    stopping = true;
    child.stdin?.end();
    const inTime = await waitUntil(async () => hasEnded(child), STOP_WITHIN_MS);
    // Also if the shell was killed and left the server behind.
    await stopLeftover(place.cluster);
    if (!inTime) await ended;
  };

  const ready = await waitUntil(async () => hasEnded(child) || isReady(place.cluster), READY_WITHIN_MS);
  if (!ready || hasEnded(child)) {
    await stop();
    throw fromProgramOutput('postgres', await readFile(logFile, 'utf8'), place.home);
  }
  const died = new Promise<string>((resolve) => {
    ended.then(async () => {
      if (!stopping) resolve(await lastLineOf(logFile));
    });
  });
  return { stop, died };
}

async function lastLineOf(logFile: string): Promise<string> {
  const log = await readFile(logFile, 'utf8').catch(() => '');
  return log.trim().split('\n').at(-1) ?? '';
}

async function spawnWatched(logFile: string, command: string[], place: Place): Promise<ChildProcess> {
  // One earlier log is kept: it tells why the last run ended.
  await rename(logFile, `${logFile}.old`).catch((error: unknown) => {
    if (systemCode(error) !== 'ENOENT') throw error;
  });
  const log = await open(logFile, 'a', 0o600);
  try {
    const child = spawn('/bin/sh', ['-c', WATCHDOG, 'district-postgres', ...command], {
      cwd: '/',
      env: PLAIN_ENVIRONMENT,
      // In a session of its own: Ctrl+C in the terminal is for the platform, which then stops the server in order.
      detached: true,
      stdio: ['pipe', log.fd, log.fd],
      ...(place.account && { uid: place.account.uid, gid: place.account.gid }),
    });
    // Writing to a shell that is gone must not end the platform.
    child.stdin?.on('error', () => {});
    await once(child, 'spawn');
    return child;
  } finally {
    await log.close();
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Line 8 of postmaster.pid is the server's state; no earlier file is left when we start. */
async function isReady(cluster: string): Promise<boolean> {
  const content = await readFile(join(cluster, POSTMASTER_FILE), 'utf8').catch(() => '');
  return content.split('\n')[7]?.trim() === 'ready';
}
