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

async function sitDown({ as = 'sandbox', ...options }: TerminalOptions & { as?: string } = {}) {
  sandbox.clearDesk();
  const env = { ...sandbox.env, ...options.env };
  const desk = await openTerminal({ ...options, args: ['--context', as], env });
  onTestFinished(() => desk.hangUp());
  return desk;
}

async function first(filter: string, context?: string): Promise<string> {
  const [no] = await sandbox.numbers(filter, context);
  if (no === undefined) throw new Error(`the sandbox has nothing for ${filter}`);
  return no;
}

test('a duty officer goes from the groups to the overdue list, opens one, reminds and sees it in the timeline', async () => {
  const no = await first('is:overdue');
  const desk = await sitDown({ as: 'sandbox-duty' });
  await desk.sees('值班员');
  await desk.sees(/红 超承诺时限 +\d+/);
  await desk.sees(/>.*红 超法定时限/);
  desk.press('j', 'Enter');
  await desk.sees('筛选> is:overdue');
  await desk.sees(new RegExp(`^>.*${no}`, 'm'));
  desk.press('Enter');
  await desk.sees('-- 经过 --');
  desk.press('r');
  await desk.sees('备注>');
  desk.types('路口很暗,请今晚到场');
  await desk.sees('备注> 路口很暗,请今晚到场');
  desk.press('Enter');
  await desk.sees(`${no} 已催办。`);
  await desk.sees(/2026-10-08 08:\d\d 催办 +陈涛\n +路口很暗,请今晚到场/);
  desk.press('q');
  await desk.leaves(0);
});

/** The next that can be granted or refused: what the district has to arbitrate is passed over. */
async function nextToDecide(desk: Desk): Promise<string> {
  for (;;) {
    const [row, no = ''] = await desk.reads(/^>.*(GL\d{6}-\d{4}).*/m);
    if (!row.includes('须裁定')) return no;
    desk.press('j');
    await desk.loses(new RegExp(`^>.*${no}`, 'm'));
  }
}

test('an approver grants one and refuses another with a reason', async () => {
  const desk = await sitDown({ as: 'sandbox-approver', cols: 120, rows: 36 });
  await desk.sees(/待我审批 .*\d/);
  desk.press('6');
  const [, waiting] = await desk.reads(/\[6 审批\((\d+)\)]/);
  const granted = await nextToDecide(desk);
  desk.press('+');
  await desk.sees('备注>');
  desk.press('Enter');
  await desk.sees(`${granted} 已批准。`);
  await desk.sees(`[6 审批(${Number(waiting) - 1})]`);
  await desk.loses(new RegExp(`^>.*${granted}`, 'm'));
  const refused = await nextToDecide(desk);
  desk.press('-');
  await desk.sees('理由>');
  desk.press('Enter');
  await desk.sees('还差: 理由');
  desk.types('现场照片不全');
  await desk.sees('现场照片不全');
  desk.press('Enter');
  await desk.sees(`${refused} 已驳回。`);
  await desk.sees(`[6 审批(${Number(waiting) - 2})]`);
  expect((await sandbox.run(['requests', 'show', refused])).stdout).toContain('现场照片不全');
  desk.press('q');
  await desk.leaves(0);
});

test('an action that is closed says why', async () => {
  const no = await first('state:submitted');
  const desk = await sitDown();
  await desk.sees('待派单');
  desk.press('2', '/', 'Ctrl-U');
  desk.types('state:submitted');
  desk.press('Enter');
  await desk.sees(new RegExp(`^>.*${no}`, 'm'));
  desk.press('r');
  await desk.sees('催办: 不可,当前状态不能办(须在: 待签收/办理中/中止计时)');
  desk.press('a');
  await desk.sees('可办的动作,及不可办的缘由');
  await desk.sees(/ A +受理 *$/m);
  await desk.sees(/ i +签收 +您的岗位不能办/);
  desk.press('Esc', 'q');
  await desk.leaves(0);
});

test('the loser of a race sees who won and keeps what was typed', async () => {
  const no = await first('state:submitted');
  const desk = await sitDown();
  await desk.sees('待派单');
  desk.press('2', '/', 'Ctrl-U');
  desk.types('state:submitted');
  desk.press('Enter');
  await desk.sees(new RegExp(`^>.*${no}`, 'm'));
  desk.press('Enter');
  await desk.sees('-- 现在可办 --');
  desk.press('D');
  await desk.sees('理由>');
  desk.types('不属本区职责');
  await desk.sees('理由> 不属本区职责');
  const winner = await sandbox.run(['requests', 'accept', no, '--context', 'sandbox-duty']);
  expect(winner.code).toBe(0);
  desk.press('Enter');
  await desk.sees(/陈涛 08:\d\d 已受理,现状:已受理/);
  await desk.sees('理由> 不属本区职责');
  desk.press('Esc', 'q');
  await desk.leaves(0);
});

test('too small a window says so in one line and is itself again when there is room', async () => {
  const desk = await sitDown();
  await desk.sees('现在要办');
  desk.resize(30, 8);
  await desk.sees(/窗口 30x8 太小,至少要 \d+x\d+/);
  await desk.loses('现在要办');
  desk.resize(60, 20);
  await desk.sees('现在要办');
  await desk.sees('Enter 打开该组');
  desk.resize(120, 36);
  await desk.sees('该组最紧的几件');
  desk.press('q');
  await desk.leaves(0);
});

test.each([
  ['on the workbench', []],
  ['while a filter is typed', ['2', '/']],
  ['in the help', ['?']],
])('Ctrl-C %s ends with 130 and gives the terminal back', async (_where, keys) => {
  const desk = await sitDown();
  await desk.sees('现在要办');
  desk.press(...keys, 'Ctrl-C');
  await desk.leaves(130);
});

test('a machine with CI set still has a person before it', async () => {
  const desk = await sitDown({ lang: 'en', env: { CI: '1' } });
  await desk.sees('To do now');
  await desk.sees('RED past promised');
  desk.press('q');
  await desk.leaves(0);
});
