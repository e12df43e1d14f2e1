import { afterEach, expect, test } from 'vitest';
import { FakePlatform } from './fake-client.ts';
import { type OpenedScreen, openScreen } from './screen.tsx';

let screen: OpenedScreen;
afterEach(() => screen.close());

async function openAudit(
  options: { columns?: number; rows?: number; language?: 'zh' | 'en' } = {},
): Promise<void> {
  const platform = new FakePlatform();
  platform.isAuditor = true;
  screen = await openScreen({ ...options, platform });
  await screen.shows(options.language === 'en' ? '8 Audit' : '8 审计');
  await screen.press('8');
  await screen.shows('GL261125-0007');
}

test('lists who did what at 80 columns, refusals with their reason and how often', async () => {
  await openAudit();
  const lines = screen.lines();
  expect(lines[1]).toContain('[8 审计]');
  expect(lines[3]).toMatch(/^筛选> 全部记录,最新的在前 .* 第1\/3行$/);
  expect(lines[5]).toMatch(/^> 11-25 08:33:00 王磊 {5}办件 派单 .* GL261125-0007 .*已办$/);
  expect(lines[6]).toMatch(/^ {2}11-25 08:32:11 何军 {5}办件 受理 .*被拒: 无此权限 x4$/);
});

test('Enter sets before beside after and marks what has changed; Esc goes back', async () => {
  await openAudit();
  await screen.press('jj\r');
  await screen.shows('链 320302 第 12 条');
  expect(screen.text()).toContain('何人: 王磊 (duty)  当时岗位: 值班员 320302');
  expect(screen.text()).toMatch(/^\* state {10}accepted {22,}assigned$/m);
  expect(screen.text()).toMatch(/^\* lead {11}- {28,}agency:urban_management$/m);
  await screen.press('\u001b');
  await screen.shows(/第\d\/3行/);
});

test('at 120 columns the entry stands beside the list, in English too', async () => {
  await openAudit({ columns: 120, rows: 36, language: 'en' });
  await screen.press('j');
  await screen.shows('Neither before nor after.');
  expect(screen.text()).toMatch(/\| 2026-11-25 08:32:11 {2}refused: not within\n.*\| rights x4$/m);
  expect(screen.text()).toMatch(/\| Who: 何军 \(street\) {2}post then: street/);
});

test('/ takes the shell’s own line as the filter, Esc clears it', async () => {
  await openAudit();
  await screen.press('/');
  await screen.shows('audit list --');
  await screen.press('outcome refused\r');
  await screen.shows('--outcome refused');
  await screen.hides('/3行');
  expect(screen.text()).toContain('何军');
  await screen.press('\u001b');
  await screen.shows(/第\d\/3行/);
});

test('v verifies and says what it found', async () => {
  await openAudit();
  await screen.press('v');
  await screen.shows('审计完整,共 3 条。');
  await screen.press('\u001b');
  const entry = {
    id: 'x',
    at: '2026-11-25T00:31:07.000Z',
    action: 'requests.assign',
    object: 'GL261125-0007',
  };
  screen.platform.auditFindings = [{ kind: 'changed', chain: '320302', from: 12, to: 12, entry }];
  await screen.press('v');
  await screen.shows('! 320302 第 12 条: 内容被改');
  expect(screen.text()).toContain('审计不完整:发现 1 处。');
});

test('whoever is no auditor has no tab for it', async () => {
  screen = await openScreen({});
  await screen.shows('6 审批');
  expect(screen.text()).not.toContain('审计');
});
