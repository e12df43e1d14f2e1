import type { DistrictEvent } from '@district/contract/types.ts';
import { afterEach, expect, test } from 'vitest';
import { tellForm } from '../../src/console/form/changed-meanwhile.ts';
import { type OpenedScreen, openScreen } from './screen.tsx';

let screen: OpenedScreen;
afterEach(() => screen.close());

async function openForm(key: string): Promise<void> {
  screen = await openScreen({});
  await screen.press('2');
  await screen.shows('GL261112-0003');
  await screen.press(key);
}

test('an action is sent with what was typed, the version seen and a key', async () => {
  await openForm('s');
  await screen.shows('督办  GL261112-0001');
  await screen.press('请今天到现场\r');
  await screen.shows('GL261112-0001 已督办');
  await screen.shows('district requests supervise GL261112-0001 --reason');
  expect(screen.platform.acts).toEqual([
    {
      no: 'GL261112-0001',
      action: 'supervise',
      input: { reason: '请今天到现场' },
      options: { version: 3, idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    },
  ]);
});

test('a needed field that is empty is named and nothing is sent', async () => {
  await openForm('s');
  await screen.press('\r');
  await screen.shows('还差: 理由');
  expect(screen.platform.acts).toEqual([]);
});

test('a conflict keeps the text, says who was first, and Enter sends with the new version', async () => {
  await openForm('s');
  screen.platform.conflictNextWrite();
  await screen.press('请今天到现场\r');
  await screen.shows('李娜 08:30 已催办,现状:办理中');
  await screen.shows('>理由> 请今天到现场');
  await screen.press('\r');
  await screen.shows('已督办');
  const [first, second] = screen.platform.acts;
  expect(second?.options?.version).toBe(9);
  expect(second?.options?.idempotencyKey).not.toBe(first?.options?.idempotencyKey);
});

test('an answer that was lost keeps the text, and sending again carries the same key', async () => {
  await openForm('s');
  screen.platform.loseNextAnswer();
  await screen.press('请今天到现场\r');
  await screen.shows('不会办两遍');
  await screen.press('\r');
  await screen.shows('已督办');
  const [first, second] = screen.platform.acts;
  expect(second?.options?.idempotencyKey).toBe(first?.options?.idempotencyKey);
});

test('Escape puts the form away and keeps the text for that request', async () => {
  await openForm('s');
  await screen.press('写了一半');
  await screen.press('\x1b');
  await screen.hides('写了一半');
  await screen.press('s');
  await screen.shows('>理由> 写了一半');
});

test('a unit is found by typing, and the form goes on to the reason', async () => {
  await openForm('g');
  await screen.shows('琵琶街道  street:320302003000');
  await screen.press('房\r');
  await screen.shows('派往> [房产]');
  await screen.press('产权在房产\r');
  await screen.shows('已转办');
  expect(screen.platform.acts[0]?.input).toEqual({ to: 'agency:housing', reason: '产权在房产' });
});

test('marked requests are acted on together, and what failed stays marked and is listed', async () => {
  await openForm(' ');
  await screen.press('  ');
  await screen.shows('已选3');
  await screen.press('r');
  await screen.shows('催办  3 件');
  screen.platform.conflictNextWrite();
  await screen.press('\r');
  await screen.shows('催办: 办成 2 件,未成 1 件');
  await screen.shows('GL261112-0001  李娜');
  await screen.press('\r');
  await screen.shows('已选1');
});

test('of several sent at once the one nobody heard of is sent again under its key, and nothing else is', async () => {
  await openForm(' ');
  await screen.press('  ');
  await screen.shows('已选3');
  await screen.press('r');
  await screen.press('尽快');
  screen.platform.loseNextAnswer();
  await screen.press('\r');
  await screen.shows('也可用 district batches resume');
  const [batch] = screen.desk.journal.list();
  expect(batch?.items.map(({ status }) => status).sort()).toEqual(['done', 'done', 'unknown']);
  expect(batch?.plan).toMatchObject({
    operation: 'requests.remind',
    input: { remark: '尽快' },
    context: 'sandbox',
  });
  const sent = screen.platform.acts.length;
  await screen.press('\r');
  await screen.shows('已催办 3 件');
  const [lost, again] = [screen.platform.acts[0], screen.platform.acts[sent]];
  expect(screen.platform.acts).toHaveLength(sent + 1);
  expect(again).toEqual(lost);
});

test('other words to several after the line broke are another batch, of what is left', async () => {
  await openForm(' ');
  await screen.press('  ');
  await screen.shows('已选3');
  await screen.press('r');
  await screen.press('尽快');
  screen.platform.loseNextAnswer();
  await screen.press('\r');
  await screen.shows('也可用 district batches resume');
  await screen.press('答复');
  await screen.press('\r');
  await screen.shows('已催办 3 件');
  const [lost, again] = [screen.platform.acts[0], screen.platform.acts[3]];
  expect(again?.input).toEqual({ remark: '尽快答复' });
  expect(again?.no).toBe(lost?.no);
  // A version was seen: had the first come through, this one would be refused.
  expect(again?.options?.version).toBe(lost?.options?.version);
  expect(again?.options?.idempotencyKey).not.toBe(lost?.options?.idempotencyKey);
  expect(screen.desk.journal.list().map(({ cancelledAt }) => cancelledAt !== null)).toContain(true);
});

test('y puts the command of the last thing on the clipboard', async () => {
  await openForm('r');
  await screen.press('\r');
  await screen.shows('已催办');
  await screen.press('y');
  const line = Buffer.from('district requests remind GL261112-0001').toString('base64');
  expect(screen.written()).toContain(`\x1b]52;c;${line}\x07`);
});

test('lines of a long text are kept and sent', async () => {
  await openForm('s');
  await screen.press('第一行');
  await screen.press('\n');
  await screen.press('第二行');
  await screen.shows(/第一行\n +第二行/);
  await screen.press('\r');
  await screen.shows('已督办');
  expect(screen.platform.acts[0]?.input).toEqual({ reason: '第一行\n第二行' });
});

test('Ctrl-T puts in one kept text after the other, with the request’s own words; what is typed stays', async () => {
  const kept = { region: '320302', by: '陈晨', at: '2026-10-01T00:00:00.000Z', version: 1 };
  screen = await openScreen({});
  screen.platform.templates = [
    { ...kept, name: '转办', field: 'reason', text: '{no} 请转相关单位' },
    { ...kept, name: '已修', field: 'reply', text: '已修复' },
    { ...kept, name: '重复', field: 'reason', text: '重复投诉' },
  ];
  await screen.press('2');
  await screen.shows('GL261112-0003');
  await screen.press('s');
  await screen.press('\x14');
  await screen.shows('>理由> GL261112-0001 请转相关单位');
  await screen.shows('模板 1/2:转办');
  await screen.press('\x14');
  await screen.shows('>理由> 重复投诉');
  await screen.press('!\x14');
  await screen.shows('已有文字,不替换');
  await screen.shows('>理由> 重复投诉!');
});

test('what others did before what an open form knows already is no news', async () => {
  await openForm('s');
  const [first, ...others] = screen.platform.requests;
  if (!first) throw new Error('The sample has requests.');
  const event = (by: string, version: number, action: string): DistrictEvent => ({
    ...{ id: '1', type: 'request.changed', at: first.lastActionAt, no: first.no, region: first.region.code },
    ...{ state: first.state, version, action, by, approval: null, urgent: false, progress: null },
  });
  const message = () => screen.desk.store.getState().form?.message ?? '';
  await tellForm(screen.desk, event('陈晨', first.version - 1, 'claim'));
  expect(message()).toBe('');
  screen.platform.requests = [{ ...first, version: first.version + 2 }, ...others];
  await tellForm(screen.desk, event('李娜', first.version + 2, 'transfer'));
  expect(message()).toContain('李娜');
  await tellForm(screen.desk, event('赵明', first.version + 1, 'sign'));
  expect(message()).toContain('李娜');
  await tellForm(screen.desk, event('陈晨', first.version + 2, 'claim'));
  expect(message()).toContain('陈晨');
});
