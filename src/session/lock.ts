import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive, LOOK_INTERVAL_MS } from './sandbox/process-life.ts';

/** Runs `work` while no other process does the same; a lock whose holder died is taken over. */
export async function withLock<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  while (!tryLock(path)) await delay(LOOK_INTERVAL_MS);
  const letGo = keepUntilExit(path);
  try {
    return await work();
  } finally {
    letGo();
  }
}

/** Takes a lock at once; what it returns lets go of it. Undefined while another process has it. */
export function holdLock(path: string): (() => void) | undefined {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // Twice, since a first look takes away the lock of a holder that died.
  return tryLock(path) || tryLock(path) ? keepUntilExit(path) : undefined;
}

/** Whether a living process has the lock. */
export function isLockHeld(path: string): boolean {
  const holder = readHolder(path);
  return holder !== undefined && isAlive(holder);
}

function keepUntilExit(path: string): () => void {
  const remove = () => rmSync(path, { force: true });
  process.once('exit', remove);
  return () => {
    process.off('exit', remove);
    remove();
  };
}

function tryLock(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const holder = readHolder(path);
  if (holder !== undefined && !isAlive(holder)) takeAway(path, holder);
  return false;
}

/** Two may find the same dead holder; the slower must not take away the lock the faster one has made since. */
function takeAway(path: string, deadHolder: number): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (readHolder(aside) !== deadHolder) linkSync(aside, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Undefined while the holder has not written its pid yet, or has just let go. */
function readHolder(path: string): number | undefined {
  try {
    return Number(readFileSync(path, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}
