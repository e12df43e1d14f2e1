import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './process-life.ts';

/**
 * Who uses the sandbox: a file per process, named by its pid. A sandbox that shall stay holds a lease on itself, so that
 * one rule, stop when nobody alive holds a lease, serves `sandbox up` and a console that comes and goes.
 */
export function holdLease(directory: string, pid: number): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  writeFileSync(join(directory, String(pid)), '', { mode: 0o600 });
}

export function dropLease(directory: string, pid: number): void {
  rmSync(join(directory, String(pid)), { force: true });
}

/** Pids of living holders; leases of the dead are cleared away. */
export function leaseHolders(directory: string): number[] {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const pids = readdirSync(directory).map(Number).filter(Number.isSafeInteger);
  for (const pid of pids) if (!isAlive(pid)) dropLease(directory, pid);
  return pids.filter(isAlive);
}
