import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { acquireLock } from '../../../platform/store/embedded/lock.ts';
import { identify, type ProcessIdentity } from '../../../platform/store/embedded/process-table.ts';
import { failureOf } from './data-home.ts';

let directory: string;
let path: string;
let self: ProcessIdentity;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lock-'));
  path = join(directory, 'lock');
  const found = await identify(process.pid);
  if (!found) throw new Error('this process has no identity');
  self = found;
});
afterEach(() => rm(directory, { recursive: true }));

test('a held lock is refused, naming the process and what to do, and can be had once released', async () => {
  const lock = await acquireLock(path);
  const failure = await failureOf(acquireLock(path));
  expect(failure.kind).toBe('data_in_use');
  expect(failure.message).toContain(`process ${process.pid}`);
  expect(failure.hint).toContain(`kill ${process.pid}`);
  await lock.release();
  await (await acquireLock(path)).release();
  expect(await readdir(directory)).toEqual([]);
});

test.each<[string, () => string]>([
  // Above the largest pid that Linux gives out.
  ['whose process died', () => JSON.stringify({ ...self, pid: 2 ** 22 + 1 })],
  ['whose pid is used again by another process', () => JSON.stringify({ ...self, startTicks: '1' })],
  ['from before a reboot', () => JSON.stringify({ ...self, bootId: 'another boot' })],
  ['torn by a power cut', () => ''],
])('a lock %s is taken over by exactly one of many starters', async (_, content) => {
  await writeFile(path, content());
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => acquireLock(path)));
  const winners = outcomes.filter((outcome) => outcome.status === 'fulfilled');
  expect(winners).toHaveLength(1);
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject(self);
  expect(await readdir(directory)).toEqual(['lock']);
});

test('a take-over that was itself cut off does not block the next starter', async () => {
  await writeFile(path, JSON.stringify({ ...self, startTicks: '1' }));
  await writeFile(`${path}.takeover`, JSON.stringify({ ...self, startTicks: '1' }));
  await (await acquireLock(path)).release();
  expect(await readdir(directory)).toEqual([]);
});
