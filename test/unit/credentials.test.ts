import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { credentialsPath, findToken, keepTokens } from '../../src/session/credentials.ts';
import { changeSettings, readSettings } from '../../src/session/settings.ts';

let directory: string;
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'district-config-')), 'config');
});
afterEach(() => rmSync(join(directory, '..'), { recursive: true, force: true }));

test('a token is kept for its owner alone and given to its origin alone', () => {
  keepTokens(directory, { sandbox: { origin: 'http://127.0.0.1:1', token: 'one' } });
  keepTokens(directory, { city: { origin: 'https://city', token: 'two' } });
  expect(findToken(directory, 'sandbox', 'http://127.0.0.1:1')).toBe('one');
  expect(findToken(directory, 'sandbox', 'https://elsewhere')).toBeUndefined();
  expect(findToken(directory, 'city', 'https://city')).toBe('two');
  expect(statSync(credentialsPath(directory)).mode & 0o777).toBe(0o600);
  expect(statSync(directory).mode & 0o777).toBe(0o700);
});

test('a file others can read is refused', () => {
  keepTokens(directory, { sandbox: { origin: 'http://127.0.0.1:1', token: 'one' } });
  chmodSync(credentialsPath(directory), 0o644);
  expect(() => findToken(directory, 'sandbox', 'http://127.0.0.1:1')).toThrow('Other users can read');
});

test('what conf writes is read without it, and a change leaves the rest', async () => {
  expect(readSettings(directory)).toEqual({});
  await changeSettings(directory, (settings) => ({ ...settings, language: 'en' }));
  await changeSettings(directory, (settings) => ({ ...settings, currentContext: 'city' }));
  expect(readSettings(directory)).toEqual({ language: 'en', currentContext: 'city' });
});
