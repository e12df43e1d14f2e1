import type { HandoverItem } from '@district/contract/types.ts';
import { afterEach, expect, test } from 'vitest';
import { A_SHIFT, FakePlatform } from './fake-client.ts';
import { aRequest, NOW } from './sample-data.ts';
import { type OpenedScreen, openScreen } from './screen.tsx';

let screen: OpenedScreen;
afterEach(() => screen.close());

const { no, title, state, light } = aRequest(1);

function anItem(at: number, over: Partial<HandoverItem> = {}): HandoverItem {
  return {
    id: `0199e7a0-0000-7000-8000-00000000000${at}`,
    shift: A_SHIFT.id,
    by: '陈晨',
    at: NOW,
    reason: 'claimed',
    dueAt: null,
    note: null,
    request: { no, title, state, light, claimedBy: null },
    acknowledged: null,
    ...over,
  };
}

async function open(over: Partial<FakePlatform['duty']> = {}): Promise<FakePlatform> {
  const platform = new FakePlatform();
  platform.duty = { ...platform.duty, ...over };
  screen = await openScreen({ platform });
  await screen.shows('今天到期');
  return platform;
}

test('the header tells of the shift, and of nothing while there is none', async () => {
  await open();
  expect(screen.lines()[0]).not.toContain('班次');
  await screen.close();
  await open({ shifts: [A_SHIFT] });
  await screen.shows('鼓楼区  王磊 区级管理员  班次 20:00-08:00');
  await screen.close();
  await open({ shifts: [{ ...A_SHIFT, mine: false, operator: { id: 'u2', name: '陈晨' } }] });
  await screen.shows('值班 陈晨 20:00-08:00');
});

test('what was handed over has its line, its list, and is struck off there', async () => {
  const platform = await open({
    items: [anItem(1), anItem(2, { reason: 'note', request: null, note: '黄楼泵房停过' })],
  });
  await screen.shows(`交班事项  2条未销: ${no} ${title} / 黄楼泵房停过`);
  await screen.press('jjjjjjjj\r');
  await screen.shows('交班事项,未销 2 条');
  await screen.press('jx');
  await screen.shows('已销项');
  await screen.press('kc');
  await screen.shows(`已销项: ${no}`);
  expect(screen.desk.store.getState().twin).toBe('district duty acknowledge GL261112-0001 --take');
  expect(platform.acts.map(({ no: item, input }) => [item, input])).toEqual([
    [anItem(2).id, { take: false }],
    [anItem(1).id, { take: true }],
  ]);
  await screen.press('\r');
  await screen.shows('诉求');
});

test('h begins a shift, taking over what the last one had claimed', async () => {
  const platform = await open({ items: [anItem(1)] });
  await screen.press('h');
  await screen.shows('交班事项 1 条未销:');
  await screen.press('08:00\ty\r');
  await screen.shows('已接班,20:00-08:00。');
  expect(platform.acts[0]?.input).toEqual({ until: '2026-11-26T00:00:00.000Z', take: true });
  await screen.shows('district duty start --until 08:00 --take');
});

test('h hands over; notes that were put away are there again, and one begins with a number', async () => {
  const platform = await open({ shifts: [A_SHIFT], items: [anItem(1)] });
  await screen.press('h');
  await screen.shows('将留下 1 条');
  await screen.press('\t黄楼泵房停过');
  await screen.press('\x1b');
  await screen.hides('黄楼泵房停过');
  await screen.press('h');
  await screen.shows('黄楼泵房停过');
  await screen.press(`\t\n${no} 已约物业`);
  await screen.press('\r');
  await screen.shows('已交班');
  expect(platform.acts[0]?.input).toEqual({ notes: [{ text: '黄楼泵房停过' }, { no, text: '已约物业' }] });
});

test('whose post has no shift is told so', async () => {
  const platform = await open({ mayStart: false });
  await screen.press('h');
  await screen.shows('您的岗位不接班');
  expect(platform.acts).toEqual([]);
});

test('an open form says at once who changed its request and what is different, and Enter sends on that', async () => {
  const platform = await open();
  await screen.press('2');
  await screen.shows('GL261112-0001');
  await screen.press('s');
  await screen.press('请今天到现场');
  const [first, ...others] = platform.requests;
  if (!first) throw new Error('The sample has requests.');
  platform.requests = [{ ...first, state: 'suspended', version: 9 }, ...others];
  platform.tell({
    ...{
      id: '1',
      type: 'request.changed',
      at: NOW,
      no: first.no,
      region: first.region.code,
      state: 'suspended',
    },
    ...{ version: 9, action: 'special_procedure', by: '李娜', approval: null, urgent: false, progress: null },
  });
  await screen.shows(/李娜 08:3\d 已特别程序。状态 办理中 -> 中止计时。/);
  await screen.shows('>理由> 请今天到现场');
});
