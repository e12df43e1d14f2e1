import { afterEach, expect, test } from 'vitest';
import { type OpenedScreen, openScreen } from './screen.tsx';

let screen: OpenedScreen;
afterEach(() => screen.close());

test('says in Chinese on 80x24 who is where, what burns and what waits', async () => {
  screen = await openScreen({ columns: 80, rows: 24 });
  await screen.shows('GL261112-0006');
  expect(screen.lines().slice(0, 14)).toEqual([
    '鼓楼区  王磊 区级管理员  sandbox                                     已连  ?帮助',
    '[1 工作台]  2 办件   3 通知   4 录入   5 分诊   6 审批(6)   9 统计',
    '-'.repeat(80),
    '    现在要办           件数  最紧的一件             承办',
    ' >红 超法定时限           3  GL261112-0042 超2天    城管2 人社1',
    '  红 超承诺时限          38  GL261113-0107 超2天    城管21 房产9 市场监管8',
    '  黄 今天到期            12  GL261119-0233 今18:00  琵琶街道5 城管4',
    '  !  第2次退回,待裁定     2  GL261112-0018 11-28    城管2',
    '  !  待派单               0  -                      -',
    '',
    '   待我审批  延期4 退单2                                   最早 11-25 09:30 前批',
    '   通知在发  停水通知 TZ-GL261125-0001    送达 8,000/16,003人  失败0  待审批 2条',
    '   在办共412件',
    '',
  ]);
  expect(screen.lines().at(-1)).toBe(
    'Enter 打开该组  t 分诊  r 按单位各催一次  h 交接班  6 审批  : 命令  ? 帮助',
  );
});

test('says the same in English on 120x36', async () => {
  screen = await openScreen({ columns: 120, rows: 36, language: 'en' });
  await screen.shows('To approve');
  const [header, tabs, , heading, first] = screen.lines();
  expect(header).toMatch(/district administrator {2}sandbox .* connected {2}\? help$/);
  expect(tabs).toBe(
    '[1 Workbench]  2 Requests   3 Notices   4 Entry   5 Triage   6 Approvals(6)   9 Figures',
  );
  expect(heading).toMatch(/To do now +Count +Tightest +Lead/);
  expect(first).toMatch(/>RED past statutory +3 +GL261112-0042 late 2d/);
  expect(screen.text()).toContain('first by 11-25 09:30');
});

test('Enter opens the filter of the group under the cursor', async () => {
  screen = await openScreen({});
  await screen.shows('今天到期');
  await screen.press('jj\r');
  await screen.shows('筛选> is:due-today');
  expect(screen.platform.filters).toContain('is:due-today');
});

test('speaks the other language at once', async () => {
  screen = await openScreen({});
  await screen.shows('今天到期');
  await screen.press('L');
  await screen.shows('YEL due today');
});

test('says in one line what a window too small would need, and comes back', async () => {
  screen = await openScreen({});
  await screen.shows('今天到期');
  await screen.resize(30, 8);
  await screen.shows('至少要');
  for (const columns of [100, 45, 130, 60]) await screen.resize(columns, 20);
  await screen.resize(80, 24);
  await screen.shows(
    /^鼓楼区 .*\n\[1 工作台\] {2}2 办件 {3}3 通知 {3}4 录入 {3}5 分诊 {3}6 审批\(6\) {3}9 统计\n-{80}\n/,
  );
  expect(screen.lines().at(-1)).toBe(
    'Enter 打开该组  t 分诊  r 按单位各催一次  h 交接班  6 审批  : 命令  ? 帮助',
  );
});

test('leaves by q with 0 and by Ctrl-C with 130, and gives the screen back', async () => {
  screen = await openScreen({});
  await screen.shows('今天到期');
  expect(screen.isAlternate()).toBe(true);
  await screen.press('q');
  expect(screen.exitCode()).toBe(0);
  await screen.press('\x03');
  expect(screen.exitCode()).toBe(130);
  await screen.close();
  expect(screen.isAlternate()).toBe(false);
});
