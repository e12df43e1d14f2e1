import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type FakePlatform, fakePlatform } from '../../cli/fake-platform.ts';
import { makeHome, runDistrict } from '../../cli/run-district.ts';
import { openTerminal } from './open-terminal.ts';

const home = makeHome();
afterAll(home.remove);
let platform: FakePlatform;

beforeAll(async () => {
  const request = { no: 'GL261112-0042', state: 'accepted', lead: null, promisedDueAt: null };
  platform = await fakePlatform(() => ({ body: { request, approval: null } }));
  const { keepTokens } = await import('../../../src/session/credentials.ts');
  await runDistrict(['context', 'add', 'prod', platform.url, '--guard', '--colour', 'red'], {
    env: home.env,
  });
  await keepTokens(home.env['DISTRICT_CONFIG_DIR'] ?? '', {
    prod: { origin: platform.url, token: 'secret' },
  });
});
afterAll(() => platform.close());

async function accept() {
  platform.asked.length = 0;
  const args = ['requests', 'accept', 'GL261112-0042', '--context', 'prod'];
  const terminal = await openTerminal({ args, env: home.env, lang: 'en' });
  onTestFinished(() => terminal.hangUp());
  // The name stands there in words and in its colour.
  await terminal.sees('context prod (guarded)');
  await terminal.sees('Type its name to change something there:');
  expect(terminal.emulator.colourAt('context prod (guarded)')).toBe(1);
  return terminal;
}

test('at a terminal the name is asked for, and typed it goes on', async () => {
  const terminal = await accept();
  expect(platform.asked).toEqual([]);
  terminal.press('prod', 'Enter');
  await terminal.sees('GL261112-0042  accepted');
  expect(platform.asked).toHaveLength(1);
});

test('another name changes nothing', async () => {
  const terminal = await accept();
  terminal.press('drill', 'Enter');
  await terminal.sees('This is prod, not "drill": nothing was changed.');
  expect(platform.asked).toEqual([]);
});

test('Ctrl-C at the question changes nothing', async () => {
  const terminal = await accept();
  terminal.press('Ctrl-C');
  await terminal.sees('Interrupted; nothing was changed.');
  expect(platform.asked).toEqual([]);
});

test('the header of the console carries the name in its colour', async () => {
  const terminal = await openTerminal({ args: ['--context', 'prod'], env: home.env, lang: 'en' });
  onTestFinished(() => terminal.hangUp());
  await terminal.sees('prod (guarded)');
  expect(terminal.emulator.colourAt('prod (guarded)')).toBe(1);
});
