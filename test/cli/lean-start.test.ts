import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { fakePlatform } from './fake-platform.ts';
import { makeHome, runDistrict } from './run-district.ts';

const TOLD = fileURLToPath(new URL('./told-modules.mjs', import.meta.url));
/** Each is found, read and linked on its own: forty take 20 ms more than one. */
const FILES_MAX = 20;

async function filesLoadedBy(...args: string[]): Promise<string[]> {
  const home = makeHome();
  const platform = await fakePlatform(() => ({ body: { items: [], next: null, prev: null } }));
  onTestFinished(async () => {
    await platform.close();
    home.remove();
  });
  const told = join(home.env['HOME'] ?? '', 'modules');
  const { code, stderr } = await runDistrict(args, {
    env: {
      ...home.env,
      DISTRICT_URL: platform.url,
      DISTRICT_TOKEN: 'secret',
      NODE_OPTIONS: `--import=${TOLD}`,
      TOLD_MODULES: told,
    },
  });
  expect(code, stderr).toBe(0);
  return readFileSync(told, 'utf8').trimEnd().split('\n');
}

test('a command loads few files, and nothing that paints', async () => {
  const files = await filesLoadedBy('requests', 'list', '--json');
  expect(files.length).toBeLessThanOrEqual(FILES_MAX);
  for (const file of files)
    expect(readFileSync(file, 'utf8')).not.toMatch(/Symbol\.for\("react\.|calculateLayout/);
});

test('its help loads less still', async () => {
  const files = await filesLoadedBy('--help');
  expect(files.length).toBeLessThanOrEqual(FILES_MAX / 2);
  expect(files.some((file) => /console-shell-/.test(file))).toBe(false);
});
