import { afterEach, expect, test } from 'vitest';
import { type OpenedScreen, openScreen } from './screen.tsx';

let screen: OpenedScreen;
afterEach(() => screen.close());

async function openNotices(): Promise<void> {
  screen = await openScreen({});
  await screen.press('3');
  await screen.shows('医保缴费');
}

test('lists how far each notice is at 80 columns, whole numbers, bar in ASCII', async () => {
  await openNotices();
  const lines = screen.lines();
  expect(lines[1]).toContain('[3 通知]');
  expect(lines[4]).toMatch(/^> TZ-GL261125-0001 发送中 {3}停水通知 .*琵琶街道 \[##\.{4}\] {4}8000\/16003$/);
  expect(lines[5]).toMatch(/^ {2}TZ-GL261125-0002 待审批 .* 16003人$/);
  expect(lines[6]).toContain('[演练] 消防疏散演练');
});

test('Enter shows text, counts, deliveries and who may approve; w puts the shell’s line at hand', async () => {
  await openNotices();
  await screen.press('\r');
  await screen.shows('请提前储水。');
  expect(screen.text()).toContain('16,003人 5,334户');
  expect(screen.text()).toContain('待送 8,003  送达 8,000');
  expect(screen.text()).toContain('现在可办  R 撤回');
  await screen.press('w');
  await screen.shows('district notices watch TZ-GL261125-0001');
});

test('A approves what another wrote', async () => {
  await openNotices();
  await screen.press('jA');
  await screen.shows('批准  TZ-GL261125-0002');
  await screen.press('\r');
  await screen.shows('TZ-GL261125-0002 已批准');
  expect(screen.platform.acts).toMatchObject([
    { no: 'TZ-GL261125-0002', action: 'notice.approve', input: {}, options: { version: 2 } },
  ]);
  expect(screen.text()).toContain('district notices approve TZ-GL261125-0002');
});

test('one’s own is not approved: the reason stands there and nothing is sent', async () => {
  await openNotices();
  await screen.press('jjA');
  await screen.shows('谁发布谁负责');
  await screen.press('kkA');
  await screen.shows('当前发送中(须在: 待审批)');
  expect(screen.platform.acts).toEqual([]);
});

test('x refuses only with a reason', async () => {
  await openNotices();
  await screen.press('jx\r');
  await screen.shows('还差: 理由');
  await screen.press('时间写错了\r');
  await screen.shows('TZ-GL261125-0002 已驳回');
  expect(screen.platform.acts).toMatchObject([{ action: 'notice.refuse', input: { reason: '时间写错了' } }]);
});

test('n counts whom it reaches before it asks for approval, and again when the text changed', async () => {
  await openNotices();
  await screen.press('n');
  await screen.shows('发通知');
  await screen.press('停水通知\t');
  await screen.shows('琵琶街道  street:320302003000');
  await screen.press('琵琶\r\t\t\t今晚停水\r');
  await screen.shows('将发给 16,003人 5,334户');
  expect(screen.platform.pushed).toEqual([]);
  await screen.press(',请储水\r');
  await screen.shows('将发给 16,003人 5,334户');
  await screen.press('\r');
  await screen.shows('TZ-GL261125-0009 已提交审批,可由 李娜、周敏 批准');
  expect(screen.platform.counted).toHaveLength(2);
  expect(screen.platform.pushed).toEqual([
    {
      title: '停水通知',
      body: '今晚停水,请储水',
      audience: { regions: ['320302003000'] },
      channels: ['inbox'],
    },
  ]);
  expect(screen.desk.store.getState().twin).toBe(
    `district notices push --title '停水通知' --body '今晚停水,请储水' --region 320302003000 --channel inbox`,
  );
});

test('the workbench says what is being sent', async () => {
  screen = await openScreen({});
  await screen.shows('通知在发  停水通知 TZ-GL261125-0001');
  expect(screen.text()).toMatch(/送达 8,000\/16,003人 {2}失败0 {2}待审批 2条$/m);
});

test('progress appears by itself, and asks for nothing but the notices', async () => {
  await openNotices();
  await screen.press('\r');
  await screen.shows('8,000/16,003');
  const [first, ...others] = screen.platform.notices;
  if (!first) throw new Error('The sample has notices.');
  const asked = screen.platform.filters.length;
  screen.platform.notices = [{ ...first, counts: { ...first.counts, delivered: 12_000 } }, ...others];
  screen.platform.tell({
    id: '1',
    type: 'notice.progress',
    at: first.createdAt,
    no: first.no,
    region: '320302000000',
    state: 'sending',
    version: 5,
    action: 'deliver',
    by: null,
    approval: null,
    urgent: false,
    progress: { done: 12_000, failed: 0, total: 16_003 },
  });
  await screen.shows('12,000/16,003');
  expect(screen.platform.filters).toHaveLength(asked);
});

test('a title too long for its channel is said before anybody is counted', async () => {
  await openNotices();
  await screen.press('n');
  await screen.shows('发通知');
  await screen.press(`${'长'.repeat(41)}\t`);
  await screen.shows('琵琶街道  street:320302003000');
  await screen.press('\r\t\t\t今晚停水\r');
  await screen.shows('居民收件箱(inbox)的标题最多 40 字,这份有 41 字。');
  expect(screen.platform.counted).toEqual([]);
});
