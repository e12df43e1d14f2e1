import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { type SandboxHome, startSandbox } from '../../cli/sandbox-home.ts';
import { type Desk, openTerminal, type TerminalOptions } from './open-terminal.ts';

/** Time for PostgreSQL to be made and seeded on a slow machine. */
const START_TIMEOUT_MS = 120_000;
vi.setConfig({ testTimeout: 60_000 });

let sandbox: SandboxHome;
beforeAll(async () => {
  sandbox = await startSandbox();
}, START_TIMEOUT_MS);
afterAll(() => sandbox.stop(), START_TIMEOUT_MS);

async function sitDown(options: TerminalOptions = {}) {
  const desk = await openTerminal({ ...options, env: { ...sandbox.env, ...options.env } });
  onTestFinished(() => desk.hangUp());
  return desk;
}

/** The colour of the cells in which a text stands: a number of the palette, or null for none. */
function colourOf({ emulator }: Desk, text: string): number | null {
  const row = emulator
    .text()
    .split('\n')
    .findIndex((line) => line.includes(text));
  const line = emulator.terminal.buffer.active.getLine(row);
  for (let at = 0; at < emulator.terminal.cols; at += 1) {
    const cell = line?.getCell(at);
    if (cell && cell.getChars() === text[0]) return cell.isFgPalette() ? cell.getFgColor() : null;
  }
  return null;
}

test.each([
  ['sixteen colours', { TERM: 'xterm' }, 1],
  ['256 on dark ground', { TERM: 'xterm-256color', DISTRICT_THEME: 'dark' }, 203],
  ['256 on light ground', { TERM: 'xterm-256color', DISTRICT_THEME: 'light' }, 160],
  ['none', { NO_COLOR: '1' }, null],
])('a red light with %s', async (_what, env, colour) => {
  const desk = await sitDown({ env });
  await desk.sees(/红 超承诺时限 +\d/);
  expect(colourOf(desk, '红 超承诺时限')).toBe(colour);
  desk.press('q');
  await desk.leaves(0);
});

test('read aloud, a step says the row that is reached, below what was said before', async () => {
  const desk = await sitDown({ args: ['--screen-reader'], rows: 200 });
  await desk.sees(/红 超承诺时限 +\d/);
  const before = desk.emulator.text().trimEnd().split('\n');
  desk.press('j');
  await desk.sees(/\n >红 超承诺时限/);
  const after = desk.emulator.text().trimEnd().split('\n');
  expect(after.slice(0, before.length)).toEqual(before);
  expect(desk.emulator.terminal.buffer.active.type).toBe('normal');
  desk.press('q');
  await desk.leaves(0);
});

test('under the C locale a list is English and ASCII, and nothing of it is lost', async () => {
  const desk = await sitDown({
    args: ['requests', 'list', '--limit', '3'],
    env: { LC_ALL: 'C', DISTRICT_LANG: '' },
    cols: 200,
  });
  await desk.sees(/NO .*TITLE.*\n.*GL\d{6}-\d{4}.*\\u\{/);
  expect(desk.emulator.text()).toMatch(/^[\0-\x7f]*$/);
  await desk.leaves(0);
});

/** What arrives at a terminal that takes GB 18030 and answers no question. */
function gbTerminal(args: readonly string[]): Promise<{ text: string; code: number }> {
  const program = fileURLToPath(new URL('../../../dist/district.js', import.meta.url));
  const env = { PATH: process.env['PATH'] ?? '', LANG: 'zh_CN.GB18030', ...sandbox.env };
  const pty = spawn(process.execPath, [program, ...args], { cols: 120, rows: 40, env, encoding: null });
  const decoder = new TextDecoder('gb18030');
  let text = '';
  pty.onData((data) => {
    text += decoder.decode(data as unknown as Uint8Array, { stream: true });
  });
  return new Promise((resolve) => pty.onExit(({ exitCode }) => resolve({ text, code: exitCode })));
}

test('a terminal of GB 18030 gets lists in its own bytes, and a clear word in place of the console', async () => {
  const list = await gbTerminal(['requests', 'list', '--limit', '3']);
  expect(list.code).toBe(0);
  expect(list.text).toMatch(/单号[^\n]*\n[^\n]*GL\d{6}-\d{4}[^\n]*\p{Script=Han}/u);
  const console = await gbTerminal([]);
  expect(console.code).toBe(2);
  expect(console.text).toContain('控制台需要 UTF-8 终端,这个终端不是。');
});
