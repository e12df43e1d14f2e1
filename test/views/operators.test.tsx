import type { Operator } from '@district/contract/types.ts';
import { afterEach, expect, test } from 'vitest';
import { FakePlatform } from './fake-client.ts';
import { type OpenedScreen, openScreen } from './screen.tsx';

let screen: OpenedScreen;
afterEach(() => screen.close());

const OFFICER: Operator['rights'] = { reads: false, accounts: 'empowers', audits: false, reveals: false };
const ADMINISTRATOR: Operator['rights'] = { reads: true, accounts: 'adds', audits: false, reveals: true };

async function openAs(rights: Operator['rights'], size: { columns?: number; rows?: number } = {}) {
  const platform = new FakePlatform();
  platform.rights = rights;
  screen = await openScreen({ platform, ...size });
}

test('a security officer begins at the accounts, and the other screens stay closed', async () => {
  await openAs(OFFICER);
  await screen.shows('hejun');
  const lines = screen.lines();
  expect(lines[1]).toBe('[7 账号]');
  expect(lines[4]).toMatch(/^> hejun {20}何军 {7}街道操作员 {3}牌楼街道 {17}在用$/);
  expect(lines[5]).toMatch(/^ {2}xinren .*尚无岗位/);
  await screen.press('2');
  await screen.shows('您的岗位看不到这一屏');
});

test('g gives a role with region and agency, as the shell’s line says it', async () => {
  await openAs(OFFICER);
  await screen.shows('xinren');
  await screen.press('jg');
  await screen.shows('授予岗位  xinren  新人');
  await screen.press('经办\r');
  await screen.shows('[部门经办人]');
  await screen.press('\t');
  await screen.press('房产');
  await screen.shows('agency:housing');
  await screen.press('\r');
  await screen.press('\r');
  await screen.shows('xinren 已授予岗位');
  expect(screen.platform.acts).toMatchObject([
    {
      no: 'xinren',
      action: 'operator.give',
      input: { role: 'agency_handler', unit: 'agency:housing' },
      options: { version: 2 },
    },
  ]);
  expect(screen.desk.store.getState().twin).toBe(
    'district operators give xinren agency_handler --unit agency:housing',
  );
});

test('what is closed says why: one’s own account, another’s right, nothing to do', async () => {
  await openAs(OFFICER);
  await screen.shows('wanglei');
  await screen.press('jjt');
  await screen.shows('收回岗位: 不可,是您自己的账号');
  await screen.press('kt');
  await screen.shows('收回岗位: 不可,现在没有可办的');
  await screen.press('D');
  await screen.shows('停用: 不可,不在您的权限内');
  await screen.press('n');
  await screen.shows('新增账号由管理员办理');
  expect(screen.platform.acts).toEqual([]);
});

test('Enter shows the account whole, and Esc the list', async () => {
  await openAs(OFFICER, { columns: 120, rows: 36 });
  await screen.shows('hejun');
  await screen.press('\r');
  await screen.shows('在线会话  2');
  expect(screen.text()).toContain('现在可办  g 授予岗位   t 收回岗位');
  expect(screen.text()).toContain('不可办  停用: 不在您的权限内');
  await screen.press('\x1b');
  await screen.shows('xinren');
});

test('an administrator adds an account from screen 7; the palette’s line leads there too', async () => {
  await openAs(ADMINISTRATOR);
  await screen.shows('7 账号');
  await screen.press(':operators list\r');
  await screen.shows('[7 账号]');
  await screen.press('n');
  await screen.shows('新增账号');
  await screen.press('李新\tlixin\t琵琶');
  await screen.shows('street:320302003000');
  await screen.press('\r\r');
  await screen.shows('lixin 已新增');
  expect(screen.platform.acts).toMatchObject([
    {
      action: 'operator.add',
      input: { name: '李新', login: 'lixin', region: '320302003000' },
      options: { idempotencyKey: expect.any(String) },
    },
  ]);
  expect(screen.desk.store.getState().twin).toBe(
    "district operators add --name '李新' --login lixin --region 320302003000",
  );
});

test('whoever manages no accounts has no such screen', async () => {
  await openAs({ ...ADMINISTRATOR, accounts: null });
  await screen.shows('1 工作台');
  expect(screen.lines()[1]).not.toContain('账号');
});
