import type { PlatformInfo, RequestSummary } from '@district/contract/types.ts';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { type SandboxHome, startSandbox } from '../../cli/sandbox-home.ts';
import { openTerminal } from './open-terminal.ts';

/** Time for PostgreSQL to be made and seeded on a slow machine. */
const START_TIMEOUT_MS = 180_000;
const WAITING = { timeout: 120_000, interval: 1_000 };
vi.setConfig({ testTimeout: 90_000 });

const EVERYTHING = 'region:320302';
const [HOME, END, PAGE_UP, SHIFT_DOWN] = ['\x1b[H', '\x1b[F', '\x1b[5~', '\x1b[1;2B'];

let sandbox: SandboxHome;
beforeAll(async () => {
  sandbox = await startSandbox();
  // Its requests go on coming in after it can be worked with.
  await vi.waitFor(async () => {
    const { sandbox: state } = (await sandbox.json('api', 'GET', '/v1/platform')) as PlatformInfo;
    expect(state?.seeded.done).toBe(state?.seeded.total);
  }, WAITING);
}, START_TIMEOUT_MS);
afterAll(() => sandbox.stop(), START_TIMEOUT_MS);

async function everything(...options: string[]): Promise<string[]> {
  const page = await sandbox.json('requests', 'list', '--q', EVERYTHING, '--all', ...options);
  return (page as { items: RequestSummary[] }).items.map(({ no }) => no);
}

const atCursor = (no: string | undefined, mark = '[ *]') => new RegExp(`^>${mark}.*${no}`, 'm');

test('a list of thousands: to the end and back, marks that outlast another order and a filter, all of a filter marked', async () => {
  const rows = await everything();
  const newest = await everything('--sort', 'newest');
  expect(rows.length).toBeGreaterThan(1_500);
  sandbox.clearDesk();
  const desk = await openTerminal({ env: sandbox.env });
  onTestFinished(() => desk.hangUp());
  await desk.sees('现在要办');
  desk.press('2', '/', 'Ctrl-U', EVERYTHING, 'Enter');
  await desk.sees(`筛选> ${EVERYTHING} `);
  await desk.sees(atCursor(rows[0]));
  await desk.sees('第1行 后面还有');

  desk.press(SHIFT_DOWN);
  await desk.sees(atCursor(rows[1], '\\*'));
  await desk.sees('已选2');

  desk.press(END);
  await desk.sees(atCursor(rows.at(-1)));
  await desk.sees('已选的2件不在这里  按期限  倒数第1行 前面还有');
  // Up through more pages than are held at once.
  for (let page = 0; page < 16; page += 1) {
    desk.press(PAGE_UP);
    await desk.sees(atCursor(rows.at(-1 - 16 * (page + 1))));
  }
  await desk.sees('约倒数第257行 前面还有');
  desk.press(HOME);
  await desk.sees(atCursor(rows[0], '\\*'));

  desk.press('>');
  await desk.sees('最新在前');
  await desk.sees(atCursor(newest[0]));
  await desk.sees('已选的2件不在这里');
  desk.press('/', 'Ctrl-U', `no:${rows[1]}`, 'Enter');
  await desk.sees(atCursor(rows[1], '\\*'));
  await desk.sees('已选的1件不在这里  最新在前  第1/1行');

  desk.press('Esc');
  await desk.loses('已选2');
  desk.press('/', 'Ctrl-U', EVERYTHING, 'Enter');
  await desk.sees(atCursor(newest[0]));
  desk.press('*');
  await desk.sees('只选上前1000件,还有更多:一次至多1000件');
  await desk.sees('已选1000');
  desk.press('q');
  await desk.leaves(0);
});
