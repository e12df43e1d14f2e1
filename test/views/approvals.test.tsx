import { afterEach, expect, test } from 'vitest';
import { type OpenedScreen, openScreen } from './screen.tsx';

let screen: OpenedScreen;
afterEach(() => screen.close());

async function openApprovals(): Promise<void> {
  screen = await openScreen({});
  await screen.press('6');
  await screen.shows('[+3个工作日]');
}

test('lists what is asked, by whom and until when to decide', async () => {
  await openApprovals();
  expect(screen.lines()[4]).toMatch(/^> 11-25 09:30 延期 +GL261112-0001 {2}城管/);
  expect(screen.lines()[5]).toContain('[须裁定]');
});

test('+ grants with the version seen', async () => {
  await openApprovals();
  await screen.press('+');
  await screen.shows('批准  GL261112-0001');
  await screen.press('同意\r');
  await screen.shows('已批准');
  expect(screen.platform.acts[0]).toMatchObject({
    no: 'approval-1',
    action: 'grant',
    input: { remark: '同意' },
    options: { version: 1 },
  });
});

test('- refuses only with a reason', async () => {
  await openApprovals();
  await screen.press('-\r');
  await screen.shows('还差: 理由');
  await screen.press('材料不全\r');
  await screen.shows('已驳回');
  expect(screen.platform.acts[0]).toMatchObject({ action: 'refuse', input: { reason: '材料不全' } });
});

test('a second return is to be arbitrated', async () => {
  await openApprovals();
  await screen.press('j+');
  await screen.shows('须裁定: 按 J 裁定');
});

test('Enter shows the request under the approval', async () => {
  await openApprovals();
  await screen.press('\r');
  await screen.shows('138****5521');
  expect(screen.lines()[3]).toBe('待批: 延期  申请 城管 赵敏  2026-11-25 09:30 前批  延长 3个工作日');
});
