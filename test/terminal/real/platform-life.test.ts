import { afterAll, expect, onTestFinished, test, vi } from 'vitest';
import { isAlive } from '../../../src/session/sandbox/process-life.ts';
import { makeHome, runDistrict } from '../../cli/run-district.ts';
import { openTerminal } from './open-terminal.ts';

/** PostgreSQL is made and seeded by the first console itself; a slow machine needs its time. */
vi.setConfig({ testTimeout: 120_000 });

const home = makeHome();
const district = (...args: string[]) => runDistrict(args, { env: home.env });
afterAll(async () => {
  await district('sandbox', 'down');
  home.remove();
}, 60_000);

async function sitDown() {
  const desk = await openTerminal({ env: home.env });
  onTestFinished(() => desk.hangUp());
  return desk;
}

async function platform(): Promise<{ running: boolean; pid: number }> {
  return JSON.parse((await district('sandbox', 'status', '--json')).stdout);
}

async function firstInProgress(context: string): Promise<string> {
  const q = 'state:in_progress -is:awaiting-approval';
  const { stdout } = await district('requests', 'list', '--q', q, '--context', context, '--json');
  const [first] = (JSON.parse(stdout) as { items: { no: string }[] }).items;
  if (first === undefined) throw new Error('the sandbox has nothing in progress');
  return first.no;
}

test('a console starts the sandbox, a second joins it, the last one out stops it', async () => {
  const one = await sitDown();
  await one.sees('现在要办');
  const two = await sitDown();
  await two.sees('现在要办');
  const { pid } = await platform();
  one.press('q');
  await one.leaves(0);
  expect(isAlive(pid)).toBe(true);
  two.press('2');
  await two.sees('筛选> is:open');
  two.press('q');
  await two.leaves(0);
  expect(isAlive(pid)).toBe(false);
  expect(await platform()).toEqual({ running: false });
});

test('a sandbox that was told to stay is there after the last console has left', async () => {
  expect((await district('sandbox', 'up')).code).toBe(0);
  const { pid } = await platform();
  const desk = await sitDown();
  await desk.sees('现在要办');
  desk.press('q');
  await desk.leaves(0);
  expect(isAlive(pid)).toBe(true);
  expect(await platform()).toMatchObject({ running: true, pid });
});

test('a platform that is restarted is found again, with the typed reply still there', async () => {
  expect((await district('sandbox', 'up')).code).toBe(0);
  const { pid } = await platform();
  const no = await firstInProgress('sandbox-agency');
  const desk = await openTerminal({ args: ['--context', 'sandbox-agency'], env: home.env });
  onTestFinished(() => desk.hangUp());
  await desk.sees('现在要办');
  desk.press('2', '/', 'Ctrl-U');
  desk.types('state:in_progress -is:awaiting-approval');
  desk.press('Enter');
  await desk.sees(new RegExp(`^>.*${no}`, 'm'));
  desk.press('f');
  await desk.sees('答复>');
  desk.types('三盏路灯已更换,今晚亮灯');
  await desk.sees('答复> 三盏路灯已更换,今晚亮灯');
  process.kill(pid, 'SIGKILL');
  await desk.sees('断线');
  await desk.sees('答复> 三盏路灯已更换,今晚亮灯');
  desk.press('Enter');
  await desk.sees(/没有送到或不知是否办成.*/);
  expect((await district('sandbox', 'up')).code).toBe(0);
  await desk.sees('已连');
  await desk.sees('答复> 三盏路灯已更换,今晚亮灯');
  desk.press('Enter');
  await desk.sees(new RegExp(`${no} 已报请办结审核,`));
  desk.press('q');
  await desk.leaves(0);
});

test('a hung-up line leaves by the front door', async () => {
  const desk = await sitDown();
  await desk.sees('现在要办');
  desk.hangUp();
  await desk.leaves(129);
});
