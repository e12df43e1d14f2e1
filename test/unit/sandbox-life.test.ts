import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from '../../src/session/lock.ts';
import { dropLease, holdLease, leaseHolders } from '../../src/session/sandbox/leases.ts';
import { keepState, runningSandbox } from '../../src/session/sandbox/state.ts';

let stateDir: string;
beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'district-state-'));
});
afterEach(() => rmSync(stateDir, { recursive: true, force: true }));

/** The pid of a process that has ended. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '0']);
  await once(child, 'close');
  return child.pid ?? 0;
}

test('leases count while their holders live', async () => {
  const leases = join(stateDir, 'leases');
  holdLease(leases, process.pid);
  holdLease(leases, await deadPid());
  expect(leaseHolders(leases)).toEqual([process.pid]);
  dropLease(leases, process.pid);
  expect(leaseHolders(leases)).toEqual([]);
});

test('one at a time holds the lock, and a dead holder does not block', async () => {
  const lock = join(stateDir, 'lock');
  writeFileSync(lock, String(await deadPid()));
  const order: string[] = [];
  const hold = (name: string) =>
    withLock(lock, async () => {
      order.push(`${name} in`);
      await new Promise((resolve) => setImmediate(resolve));
      order.push(`${name} out`);
    });
  await Promise.all([hold('a'), hold('b')]);
  expect([order.slice(0, 2), order.slice(2)]).toEqual(
    expect.arrayContaining([
      ['a in', 'a out'],
      ['b in', 'b out'],
    ]),
  );
  expect(existsSync(lock)).toBe(false);
});

test('a state whose process is gone, or is another program now, is no sandbox', async () => {
  const state = { url: 'http://127.0.0.1:1', anchor: '2026-10-08', storm: false, live: false, contexts: [] };
  keepState({ stateDir }, { ...state, pid: await deadPid() });
  expect(runningSandbox({ stateDir })).toBeUndefined();
  keepState({ stateDir }, { ...state, pid: process.pid });
  expect(runningSandbox({ stateDir })).toBeUndefined();
});
