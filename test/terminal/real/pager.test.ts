import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type FakePlatform, fakePlatform } from '../../cli/fake-platform.ts';
import { makeHome } from '../../cli/run-district.ts';
import { openTerminal } from './open-terminal.ts';

const home = makeHome();
let platform: FakePlatform;
beforeAll(async () => {
  platform = await fakePlatform(() => ({ body: { items: ROWS, next: null } }));
});
afterAll(async () => {
  await platform.close();
  home.remove();
});

const ROWS = Array.from({ length: 12 }, (_, at) => ({
  no: `GL261112-${String(at + 1).padStart(4, '0')}`,
  title: '路灯不亮',
  region: { name: '琵琶街道' },
  lead: null,
  light: 'red',
  state: 'assigned',
  promisedDueAt: null,
}));

async function list(rows: number, args: readonly string[] = [], pager = "sed 's/^/| /'") {
  const desk = await openTerminal({
    args: ['requests', 'list', ...args],
    rows,
    env: {
      ...home.env,
      DISTRICT_URL: platform.url,
      DISTRICT_TOKEN: 'secret',
      DISTRICT_PAGER: pager,
    },
  });
  onTestFinished(() => desk.hangUp());
  await desk.sees('GL261112-0012');
  return desk.emulator.text();
}

test('what is longer than the window goes through the pager', async () => {
  expect(await list(10)).toMatch(/^\| .*GL261112-0012/m);
});

test('what fits is printed, and so is all with --no-pager or an empty DISTRICT_PAGER', async () => {
  for (const text of [await list(24), await list(10, ['--no-pager']), await list(10, [], '')])
    expect(text).not.toContain('| ');
});

test('without the program it is printed all the same', async () => {
  expect(await list(10, [], 'no-such-pager-here 2>/dev/null')).not.toContain('| ');
});
