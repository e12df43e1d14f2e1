import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWorkPlace } from '../../src/session/kept-work.ts';

/** No system gives a process this number. */
const GONE = 2 ** 30;

let stateDir: string;
beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'district-work-'));
});
afterEach(() => rmSync(stateDir, { recursive: true }));

const names = () => readdirSync(join(stateDir, 'work'));

test('what a console left behind is taken over once, the last of several first, and only in its context', () => {
  openWorkPlace(stateDir, 'sandbox', GONE).keep({ text: 'old' });
  openWorkPlace(stateDir, 'sandbox', GONE + 1).keep({ text: 'new' });
  utimesSync(
    join(stateDir, 'work', `sandbox.${GONE}.json`),
    1e9 + Date.now() / 1e3 - 1e9 - 60,
    Date.now() / 1e3 - 60,
  );
  expect(openWorkPlace(stateDir, 'sandbox-duty').takeOver()).toBeUndefined();
  expect(openWorkPlace(stateDir, 'sandbox', GONE + 2).takeOver()).toEqual({ text: 'new' });
  const own = openWorkPlace(stateDir, 'sandbox');
  expect(own.takeOver()).toEqual({ text: 'new' });
  expect(openWorkPlace(stateDir, 'sandbox', GONE + 3).takeOver()).toEqual({ text: 'old' });
});

test('a console that is still open keeps its own', () => {
  openWorkPlace(stateDir, 'sandbox', process.pid).keep({ text: 'mine' });
  expect(openWorkPlace(stateDir, 'sandbox', GONE).takeOver()).toBeUndefined();
});

test('nobody else can read it, whatever the context is called, and it goes when it is dropped', () => {
  const place = openWorkPlace(stateDir, '../10.0.0.1:8443 a');
  expect(place.keep({ text: 'mine' })).toBe(true);
  const [name = ''] = names();
  expect(names()).toHaveLength(1);
  expect(statSync(join(stateDir, 'work', name)).mode & 0o777).toBe(0o600);
  expect(statSync(join(stateDir, 'work')).mode & 0o777).toBe(0o700);
  place.drop();
  expect(names()).toEqual([]);
});

test('too much is refused and leaves what was kept; what is a month old or half written is not offered', () => {
  const place = openWorkPlace(stateDir, 'sandbox', GONE);
  place.keep({ text: 'small' });
  expect(place.keep({ text: '路'.repeat(400_000) })).toBe(false);
  expect(openWorkPlace(stateDir, 'sandbox', GONE).takeOver()).toEqual({ text: 'small' });
  const path = join(stateDir, 'work', `sandbox.${GONE}.json`);
  writeFileSync(path, '{"text":');
  expect(openWorkPlace(stateDir, 'sandbox').takeOver()).toBeUndefined();
  place.keep({ text: 'old' });
  utimesSync(path, 1, 1);
  expect(openWorkPlace(stateDir, 'sandbox').takeOver()).toBeUndefined();
  expect(names()).not.toContain(`sandbox.${GONE}.json`);
});
