import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { type SandboxHome, startSandbox } from '../../cli/sandbox-home.ts';
import { openTerminal } from './open-terminal.ts';

/** Time for PostgreSQL to be made and seeded on a slow machine. */
const START_TIMEOUT_MS = 120_000;
vi.setConfig({ testTimeout: 60_000 });

let sandbox: SandboxHome;
beforeAll(async () => {
  sandbox = await startSandbox();
}, START_TIMEOUT_MS);
afterAll(() => sandbox.stop(), START_TIMEOUT_MS);

async function sitDown(as = 'sandbox') {
  const desk = await openTerminal({ args: ['--context', as], env: sandbox.env });
  onTestFinished(() => desk.hangUp());
  return desk;
}

/** What is on the disk, once the console has written it. */
async function kept(holds: string): Promise<{ path: string; text: string }> {
  const { findPlaces } = await import('../../../src/session/places.ts');
  const dir = join(findPlaces(sandbox.env).stateDir, 'work');
  return vi.waitUntil(
    () => {
      const files = readdirSync(dir).map((name) => join(dir, name));
      return files
        .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
        .find(({ text }) => text.includes(holds));
    },
    { timeout: 10_000, interval: 50 },
  );
}

test('a reply half written when the line broke is offered again, and sent', async () => {
  const [no = ''] = await sandbox.numbers('is:overdue');
  const torn = await sitDown();
  await torn.sees('待派单');
  torn.press('2', '/', 'Ctrl-U');
  torn.types('is:overdue');
  torn.press('Enter');
  await torn.sees(new RegExp(`^>.*${no}`, 'm'));
  torn.press('Enter');
  await torn.sees('-- 经过 --');
  torn.press('r');
  await torn.sees('备注>');
  torn.types('路口很暗,请今');
  await torn.sees('备注> 路口很暗,请今');
  torn.hangUp();
  await torn.ends(129);

  const desk = await sitDown();
  await desk.sees('上次没有做完');
  await desk.sees(`未发的 催办 ${no}`);
  await desk.sees('"路口很暗,请今"');
  await desk.sees('筛选  is:overdue');
  desk.press('Enter');
  await desk.sees('备注> 路口很暗,请今');
  await desk.sees(/^催办 +GL\S+ +\S+/m);
  desk.types('晚到场');
  await desk.sees('备注> 路口很暗,请今晚到场');
  desk.press('Enter');
  await desk.sees(`${no} 已催办。`);
  desk.press('q');
  await desk.leaves(0);

  const next = await sitDown();
  await next.sees('现在要办');
  next.press('q');
  await next.leaves(0);
});

test('after the process was killed: marks, the filter, a filter being typed; and nothing of residents is on the disk', async () => {
  const torn = await sitDown('sandbox-duty');
  await torn.sees('现在要办');
  torn.press('2');
  await torn.sees('筛选> is:open');
  const [, first = ''] = await torn.reads(/^>.*(GL\d{6}-\d{4})/m);
  const [, title = ''] = await torn.reads(/^>.*GL\d{6}-\d{4} +(\S+)/m);
  torn.press(' ', ' ');
  await torn.sees('已选2');
  torn.press('/', 'Ctrl-U');
  torn.types('to:agency:urban');
  await torn.sees('筛选> to:agency:urban');
  const { path, text } = await kept('to:agency:urban');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(text).toContain(first);
  expect(text).not.toContain(title);
  process.kill(torn.pid, 'SIGKILL');
  await torn.ends();

  const desk = await sitDown('sandbox-duty');
  await desk.sees('选着 2 件');
  await desk.sees('正在写的筛选  to:agency:urban');
  desk.press('Enter');
  await desk.sees('筛选> to:agency:urban');
  desk.press('Esc');
  await desk.sees('已选2');
  await desk.sees(new RegExp(`^ *\\*.*${first}`, 'm'));
  desk.press('q');
  await desk.leaves(0);

  const later = await sitDown('sandbox-duty');
  await later.sees('选着 2 件');
  later.press('x');
  await later.sees('现在要办');
  later.press('q');
  await later.leaves(0);
  const last = await sitDown('sandbox-duty');
  await last.sees('现在要办');
  last.press('q');
  await last.leaves(0);
});

test('Escape begins anew and keeps the words in their form', async () => {
  const torn = await sitDown();
  await torn.sees('待派单');
  torn.press('2');
  await torn.sees(/^> ?.*GL\d{6}/m);
  torn.press('r');
  await torn.sees('备注>');
  torn.types('写了一半');
  await torn.sees('备注> 写了一半');
  torn.press('Ctrl-C');
  await torn.leaves(130);
  const desk = await sitDown();
  await desk.sees('写了一半');
  desk.press('Esc');
  await desk.sees('现在要办');
  desk.press('2');
  await desk.sees(/^> ?.*GL\d{6}/m);
  desk.press('r');
  await desk.sees('备注> 写了一半');
  desk.press('Ctrl-C');
  await desk.leaves(130);
});
