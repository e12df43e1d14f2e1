import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { type SandboxHome, startSandbox } from '../../cli/sandbox-home.ts';
import { openTerminal, type TerminalOptions } from './open-terminal.ts';

/** Time for PostgreSQL to be made and seeded on a slow machine. */
const START_TIMEOUT_MS = 120_000;
vi.setConfig({ testTimeout: 90_000 });

let sandbox: SandboxHome;
beforeAll(async () => {
  sandbox = await startSandbox();
}, START_TIMEOUT_MS);
afterAll(() => sandbox.stop(), START_TIMEOUT_MS);

async function sitDown({ as = 'sandbox-duty', ...options }: TerminalOptions & { as?: string } = {}) {
  sandbox.clearDesk();
  const env = { ...sandbox.env, ...options.env };
  const desk = await openTerminal({ ...options, args: ['--context', as], env });
  onTestFinished(() => desk.hangUp());
  return desk;
}

async function queue(): Promise<string[]> {
  const page = await sandbox.json('triage', 'list', '--limit', '12', '--context', 'sandbox-duty');
  return (page as { items: { request: { no: string } }[] }).items.map(({ request }) => request.no);
}

interface Shown {
  reminders: number;
  claim: { by: string } | null;
  timeline: { action: string; text: string | null; public: boolean }[];
}
const shown = async (no: string) => (await sandbox.json('requests', 'show', no)) as Shown;

test('a duty officer goes through the queue at 80x24: claims, notes, reminds, puts off, takes back, and comes back to the place', async () => {
  const [first = '', second = '', third = '', fourth = ''] = await queue();
  // Somebody else is on the second already.
  await sandbox.run(['requests', 'claim', second]);
  const desk = await sitDown();
  await desk.sees(/红 超承诺时限 +\d+/);
  desk.press('t');
  await desk.sees('[5 分诊]');
  await desk.sees(/分诊 {2}第 1\/\d+ 件 {3}排序: 超法定 > 涉弱势 > 超期天数 > 退回次数/);
  await desk.sees(new RegExp(`红 超.*个工作日 +${first}`));
  await desk.sees('上次动作');
  await desk.sees(/建议 .*r 催办,今天尚未催/);

  desk.press('c');
  await desk.sees('我已认领,到 12:3');
  await desk.sees('认领中 1');
  expect((await shown(first)).claim?.by).toBe('陈涛');

  desk.press('n');
  await desk.sees('备注(居民看不到)>');
  desk.types('社区说今晚到场');
  await desk.sees('备注(居民看不到)> 社区说今晚到场');
  desk.press('Enter');
  await desk.sees(`${first} 已内部备注。`);
  desk.press('r');
  await desk.sees('备注> (可不填)');
  desk.press('Enter');
  await desk.sees(`${first} 已催办。`);
  await desk.sees('已处理 1');
  await desk.loses('r 催办,今天尚未催');
  const { timeline } = await shown(first);
  expect(timeline.slice(-2)).toMatchObject([
    { action: 'note', text: '社区说今晚到场', public: false },
    { action: 'remind' },
  ]);

  // What somebody else has is passed over, with a word.
  desk.press(' ');
  await desk.sees('跳过 1 件,王磊 认领中。');
  await desk.sees(new RegExp(`第 3/\\d+ 件`));
  await desk.sees(third);

  desk.press('z');
  await desk.sees('稍后到> [1h]');
  desk.press('Enter');
  await desk.sees('再来');
  await desk.sees('稍后 1');
  await desk.sees(fourth);
  desk.press('u');
  await desk.sees(`${third}  已回到分诊`);
  await desk.sees('稍后 0');
  await desk.sees(new RegExp(`红 超.*${third}`));

  // Somebody acts on the very request one looks at.
  await sandbox.run(['requests', 'note', third, '--text', '已电话联系']);
  await desk.sees(`${third} 刚由 王磊 内部备注。`);

  desk.press('Esc');
  await desk.sees('[1 工作台]');
  desk.press('5');
  await desk.sees(new RegExp(`红 超.*${third}`));
  desk.press('q');
  await desk.leaves(0);
});

test('at 120x36 the queue stands on the left; one reminder goes to the unit of the request at hand', async () => {
  const desk = await sitDown({ cols: 120, rows: 36 });
  await desk.sees(/红 超承诺时限 +\d+/);
  desk.press('5');
  const [, no = ''] = await desk.reads(/^>红!? +(GL\d{6}-\d{4})/m);
  const [, unit = ''] = await desk.reads(/\| 承办 (\S+)/);
  await desk.sees(/名下共 \d+ 件超期:/);
  desk.press('R');
  await desk.sees(new RegExp(`按单位催办 .*${unit} \\d+件`));
  desk.press('Enter');
  await desk.sees(/催办单 \d+件 已发出/);
  await desk.sees(/今天已有催办单\(陈涛 \d+件\)/);
  expect((await shown(no)).reminders).toBeGreaterThan(0);
  desk.press('R');
  await desk.sees(/今天已催过:陈涛 的催办单 \d+件。/);
  desk.press('q');
  await desk.leaves(0);
});

test('whoever leaves in the middle of the queue is offered the place at the next start', async () => {
  const desk = await sitDown({ as: 'sandbox-approver' });
  await desk.sees('现在要办');
  desk.press('5');
  await desk.sees(/分诊 {2}第 1\//);
  desk.press('j');
  await desk.sees(/分诊 {2}第 2\//);
  const [, no = ''] = await desk.reads(/个工作日 +(GL\d{6}-\d{4})/);
  desk.press('q');
  await desk.leaves(0);

  const next = await openTerminal({ args: ['--context', 'sandbox-approver'], env: sandbox.env });
  onTestFinished(() => next.hangUp());
  await next.sees(`在看  分诊 ${no}`);
  next.press('Enter');
  await next.sees(/分诊 {2}第 2\//);
});
