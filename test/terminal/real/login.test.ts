import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { type DevicePlatform, devicePlatform, TOKEN } from '../../cli/device-platform.ts';
import { makeHome } from '../../cli/run-district.ts';
import { linksOn } from '../links.ts';
import { openTerminal, type TerminalOptions } from './open-terminal.ts';

vi.setConfig({ testTimeout: 60_000 });

let platform: DevicePlatform;
let home: ReturnType<typeof makeHome>;
beforeEach(async () => {
  home = makeHome();
  platform = await devicePlatform();
  platform.decision = 'pending';
});
afterEach(async () => {
  await platform.close();
  home.remove();
});

async function login(more: readonly string[] = [], options: TerminalOptions = {}) {
  const terminal = await openTerminal({
    args: ['login', platform.url, ...more],
    ...options,
    env: { ...home.env, ...options.env },
  });
  onTestFinished(() => terminal.hangUp());
  return terminal;
}

test('the code, the address and a QR code are shown until somebody lets one in', async () => {
  const terminal = await login();
  await terminal.sees(`打开 ${platform.url}/device`);
  await terminal.sees('输入登录码 BCDF-GHJK');
  const page = `${platform.url}/device`;
  expect(linksOn(terminal.emulator.terminal)).toEqual([{ text: page, address: page }]);
  await terminal.sees('▄▄▄▄▄ █');
  await terminal.sees(/等待允许… 还剩 9:\d\d/);
  platform.decision = 'let in';
  await terminal.sees('王磊 值班员 已登录 鼓楼区');
  await terminal.loses('等待允许');
});

test.each([
  ['asked for none', ['--no-qr'], {}],
  ['it does not fit', [], { rows: 20 }],
])('no QR code where %s', async (_why, more, options) => {
  const terminal = await login(more, options);
  await terminal.sees(/还剩 9:\d\d/);
  expect(terminal.emulator.has('▄▄▄▄▄ █')).toBe(false);
});

test('a terminal that does not say how wide half blocks are gets the code in what surely lines up', async () => {
  const terminal = await login([], { cols: 90, rows: 60, env: { TERM: 'dumb' } });
  await terminal.sees('登录码有效至');
  await terminal.sees('####  ');
  expect(terminal.emulator.has('▄')).toBe(false);
});

test('a terminal that is not to have links gets the address alone', async () => {
  const terminal = await login([], { env: { FORCE_HYPERLINK: '0' } });
  await terminal.sees(`打开 ${platform.url}/device`);
  expect(linksOn(terminal.emulator.terminal)).toEqual([]);
});

test('Ctrl-C gives up waiting with 130 and leaves nothing behind', async () => {
  const terminal = await login();
  await terminal.sees(/还剩 9:\d\d/);
  terminal.press('Ctrl-C');
  await terminal.sees('已中断。');
  await terminal.loses('等待允许');
  expect(readdirSync(home.env['HOME'] ?? '', { recursive: true })).toEqual([]);
});

test('this session alone: a shell that is signed in, nothing on the disk, and leaving it signs out', async () => {
  platform.decision = 'let in';
  const terminal = await login(['--this-session'], { lang: 'en', env: { SHELL: '/bin/sh', PS1: 'sub> ' } });
  // The sentence is longer than the window, which cuts it in this word.
  await terminal.sees(/exit leaves it and sig\nns out/);
  await terminal.sees(/^sub>/m);
  terminal.press('echo token=$DISTRICT_TOKEN', 'Enter');
  await terminal.sees(`token=${TOKEN}`);
  expect(readdirSync(home.env['HOME'] ?? '', { recursive: true })).toEqual([]);
  terminal.press('exit', 'Enter');
  await terminal.sees('Signed out; no token was left on this machine.');
  expect(platform.asked.at(-1)).toMatchObject({ method: 'DELETE', path: '/v1/session' });
});
