import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { type SandboxHome, startSandbox } from '../../cli/sandbox-home.ts';
import { openTerminal, type TerminalOptions } from './open-terminal.ts';

/** Time for PostgreSQL to be made and seeded on a slow machine. */
const START_TIMEOUT_MS = 120_000;
vi.setConfig({ testTimeout: 60_000 });

let sandbox: SandboxHome;
beforeAll(async () => {
  sandbox = await startSandbox();
}, START_TIMEOUT_MS);
afterAll(() => sandbox.stop(), START_TIMEOUT_MS);

async function sitDown(options: TerminalOptions = {}) {
  const env = { ...sandbox.env, ...options.env };
  const desk = await openTerminal({ ...options, args: ['--context', 'sandbox'], env });
  onTestFinished(() => desk.hangUp());
  await desk.sees('现在要办');
  return desk;
}

test('Ctrl-Z gives the terminal to the shell, fg brings the console back as it was', async () => {
  const desk = await sitDown({ inShell: true });
  await desk.sees(/^ >红 超法定时限/m);
  desk.press('j');
  await desk.sees(/^ >红 超承诺时限/m);
  desk.press('Ctrl-Z');
  await desk.sees(/Stopped/);
  await desk.loses('现在要办');
  expect(desk.isRestored()).toBe(true);
  desk.types('stty -a | grep -o " icanon"; echo typed\r');
  await desk.sees(/^ icanon\ntyped$/m);
  desk.types('fg\r');
  await desk.sees(/^ >红 超承诺时限/m);
  desk.press('2');
  await desk.sees('筛选> is:open');
  desk.press('q');
  await desk.sees(/Stopped/);
  expect(desk.isRestored()).toBe(true);
});

test('a stopped console can be ended by the shell', async () => {
  const desk = await sitDown({ inShell: true });
  desk.press('Ctrl-Z');
  await desk.sees(/Stopped/);
  desk.types('kill %1; while kill -0 %1 2>/dev/null; do sleep 0.1; done; echo "it is gone"\r');
  await desk.sees(/^it is gone/m);
  expect(desk.isRestored()).toBe(true);
});

test('where no shell could say fg, Ctrl-Z does not stop it for ever', async () => {
  const desk = await sitDown();
  desk.press('Ctrl-Z');
  desk.press('2');
  await desk.sees('筛选> is:open');
  desk.press('q');
  await desk.leaves(0);
});

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
  ['SIGQUIT', 131],
] as const)('%s gives the terminal back and ends with %i', async (signal, code) => {
  const desk = await sitDown();
  process.kill(desk.pid, signal);
  await desk.leaves(code);
});

test('an error that nobody caught is told on the screen one came from', async () => {
  const bug = "process.on('SIGUSR2', () => { throw new Error('a bug of ours'); })";
  const desk = await sitDown({
    env: { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(bug)}` },
  });
  process.kill(desk.pid, 'SIGUSR2');
  await desk.sees('a bug of ours');
  await desk.leaves(1);
});

test('keys typed ahead of the screen all count, in one packet', async () => {
  const desk = await sitDown();
  desk.press('2');
  const [, fifth = ''] = await desk.reads(/^> (?:.*\n){4}.*(GL\d{6}-\d{4})/m);
  desk.types(`${'j'.repeat(20)}${'k'.repeat(17)}\x1bOB\r`);
  await desk.sees('-- 现在可办 --');
  await desk.sees(new RegExp(`^${fifth} `, 'm'));
  desk.press('q');
  await desk.leaves(0);
});

test("one's own editor gets the terminal and the text, and both come back", async () => {
  const desk = await sitDown({ env: { VISUAL: "printf '写自编辑器\\n第二行' >" } });
  desk.press('2');
  await desk.sees(/^> ?.*GL\d{6}/m);
  desk.press('r');
  await desk.sees('备注>');
  desk.press('Ctrl-X');
  await desk.sees(/备注> 写自编辑器\n +第二行/);
  desk.press('Ctrl-/');
  await desk.loses('写自编辑器');
  desk.press('Esc');
  await desk.loses('备注>');
  desk.press('q');
  await desk.leaves(0);
});

test('the mouse is the terminal’s until it is asked for, and is given back', async () => {
  const desk = await sitDown();
  expect(desk.emulator.terminal.modes.mouseTrackingMode).toBe('none');
  desk.press('M');
  await desk.sees('鼠标归控制台');
  expect(desk.emulator.terminal.modes.mouseTrackingMode).toBe('vt200');
  await desk.sees(/^ >红 超法定时限/m);
  desk.types('\x1b[<65;10;10M');
  await desk.sees(/^ >!/m);
  desk.press('q');
  await desk.leaves(0);
});
