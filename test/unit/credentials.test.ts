import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  credentialsPath,
  findToken,
  forgetToken,
  keepTokens,
  renameToken,
} from '../../src/session/credentials.ts';
import { changeSettings, readSettings } from '../../src/session/settings.ts';

let directory: string;
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'district-config-')), 'config');
});
afterEach(() => rmSync(join(directory, '..'), { recursive: true, force: true }));

const AT_ONE = { origin: 'http://127.0.0.1:1', token: 'one' };
const AT_CITY = { origin: 'https://city', token: 'two' };

test('a token is kept for its owner alone and given to its origin alone', async () => {
  await keepTokens(directory, { sandbox: AT_ONE });
  await keepTokens(directory, { city: AT_CITY });
  expect(await findToken(directory, 'sandbox', 'http://127.0.0.1:1')).toBe('one');
  expect(await findToken(directory, 'sandbox', 'https://elsewhere')).toBeUndefined();
  expect(await findToken(directory, 'city', 'https://city')).toBe('two');
  expect(statSync(credentialsPath(directory)).mode & 0o777).toBe(0o600);
  expect(statSync(directory).mode & 0o777).toBe(0o700);
});

test('a token goes along with its context and is gone when forgotten', async () => {
  await keepTokens(directory, { city: AT_CITY });
  await renameToken(directory, 'city', 'town');
  expect(await findToken(directory, 'city', 'https://city')).toBeUndefined();
  expect(await findToken(directory, 'town', 'https://city')).toBe('two');
  expect(await forgetToken(directory, 'town')).toBe(true);
  expect(await forgetToken(directory, 'town')).toBe(false);
  expect(readFileSync(credentialsPath(directory), 'utf8')).not.toContain('two');
});

test('those who sign in at the same moment lose nothing of one another', async () => {
  const names = Array.from({ length: 20 }, (_, at) => `city-${at}`);
  await Promise.all(names.map((name) => keepTokens(directory, { [name]: { ...AT_CITY, token: name } })));
  for (const name of names) expect(await findToken(directory, name, 'https://city')).toBe(name);
});

test('without a keyring the file is named, and nothing is kept', async () => {
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', 'unix:path=/nowhere');
  const failed = keepTokens(directory, { city: AT_CITY }, 'keyring');
  await expect(failed).rejects.toMatchObject({
    failure: {
      kind: 'keyring_unreachable',
      hint: { en: expect.stringContaining('district config set credentialStore file') },
    },
  });
  expect(await findToken(directory, 'city', 'https://city')).toBeUndefined();
});

test('a file others can read is refused', async () => {
  await keepTokens(directory, { sandbox: AT_ONE });
  chmodSync(credentialsPath(directory), 0o644);
  await expect(findToken(directory, 'sandbox', 'http://127.0.0.1:1')).rejects.toThrow('Other users can read');
});

test('what conf writes is read without it, and a change leaves the rest', async () => {
  expect(readSettings(directory)).toEqual({});
  await changeSettings(directory, (settings) => ({ ...settings, language: 'en' }));
  await changeSettings(directory, (settings) => ({ ...settings, currentContext: 'city' }));
  expect(readSettings(directory)).toEqual({ language: 'en', currentContext: 'city' });
});
