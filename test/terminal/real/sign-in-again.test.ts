import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { makeHome, runDistrict } from '../../cli/run-district.ts';
import { type SandboxHome, startSandbox } from '../../cli/sandbox-home.ts';
import { Browser, siteAt } from '../../platform/sign-in/browser.ts';
import { type Desk, openTerminal } from './open-terminal.ts';

/** Time for PostgreSQL to be made and seeded on a slow machine. */
const START_TIMEOUT_MS = 120_000;
vi.setConfig({ testTimeout: 120_000 });

let platform: SandboxHome;
let url: string;
let password: string;
const home = makeHome();
beforeAll(async () => {
  platform = await startSandbox();
  const status = (await platform.json('sandbox', 'status')) as { url: string; signIn: { password: string } };
  url = status.url;
  password = status.signIn.password;
}, START_TIMEOUT_MS);
afterAll(async () => {
  await platform.stop();
  home.remove();
}, START_TIMEOUT_MS);

async function open(...args: string[]): Promise<Desk> {
  const desk = await openTerminal({ args, env: home.env });
  onTestFinished(() => desk.hangUp());
  return desk;
}

/** The person reads the code off the screen and lets the console in, on another device. */
async function letIn(desk: Desk): Promise<void> {
  const [, code] = await desk.reads(/登录码 ([A-Z]{4}-[A-Z]{4})/);
  const browser = new Browser(siteAt(url), { origin: url });
  await browser.open(`/device?user_code=${code}`);
  await browser.press('Go on');
  await browser.press('Sign in', { login: 'duty', password });
  const { text } = await browser.press('Let it in');
  expect(text).toContain('Go back to your console');
}

async function run(...args: string[]) {
  const { code, stdout, stderr } = await runDistrict(args, { env: home.env });
  if (code !== 0) throw new Error(stderr);
  return stdout;
}

test('signed in by a code, a session revoked in the middle of a sentence is taken up again without losing it', async () => {
  const login = await open('login', url, '--context', 'gulou');
  await letIn(login);
  await login.sees('陈涛 值班员 已登录 鼓楼区');
  expect(await run('whoami')).toContain('context   gulou');

  const desk = await open();
  await desk.sees('现在要办');
  desk.press('2');
  const [, no = ''] = await desk.reads(/^> .*(GL\d{6}-\d{4})/m);
  desk.press('r');
  await desk.sees('备注>');
  desk.types('路口很暗');
  await desk.sees('备注> 路口很暗');
  const { items } = JSON.parse(await run('sessions', 'list', '--json'));
  await run('sessions', 'revoke', items.find((one: { current: boolean }) => one.current).id);
  desk.press('Enter');
  await desk.sees('会话已结束,需要重新登录');
  desk.types(',请今晚到场');
  await letIn(desk);
  await desk.loses('会话已结束,需要重新登录');
  await desk.sees('备注> 路口很暗,请今晚到场');
  desk.press('Enter');
  await desk.sees(`${no} 已催办。`);
  desk.press('q');
  await desk.leaves(0);
  expect(await run('requests', 'show', no)).toContain('路口很暗,请今晚到场');
  expect(await run('logout')).toBe('gulou  signed out\n');
});
