import { afterEach, expect, test } from 'vitest';
import { type OpenedScreen, openScreen } from './screen.tsx';

let screen: OpenedScreen;
afterEach(() => screen.close());

async function openStats(options: Parameters<typeof openScreen>[0] = {}): Promise<void> {
  screen = await openScreen(options);
  await screen.press('9');
  await screen.shows(/分子\/分母|n\/of/);
  await screen.shows(/\.\d{5}/);
}

const line = (at: number) => screen.lines()[at];

test('says in Chinese on 80x24 what each agency’s rates are, and what the one under the cursor is taken of', async () => {
  await openStats();
  expect(screen.lines().slice(3, 10)).toEqual([
    '2026-11-01 至 2026-11-30  按部门                                  4组  截至08:31',
    ' 部门             登记  存量   响应   办结    满意   承诺   法定  中位h 近6月/成',
    '>城市管理局         85    17  98.8%  80.0%   97.5%  94.1%  98.5%   41.5 .98888',
    ' 房产服务中心       40     8  97.5%  80.0% 不足5件  87.5%  96.9%   41.5 .98888',
    ' 民政局             12     3  91.7%  75.0%   80.0%  55.6%  88.9%   41.5 .98888',
    ' 非部门承办         10     2  90.0%  80.0%       -  50.0%  87.5%   41.5 .98888',
    ' 合计              147    30  99.3%  79.6%   98.0%  96.6%  99.1%   41.5',
  ]);
  expect(screen.lines().slice(15)).toEqual([
    '-'.repeat(80),
    '城市管理局  登记 85  并案 2  存量 17  时长 中位 41.5 九成 160.2 小时(68件)',
    '分子/分母  响应 84/85  办结 68/85  满意 39/40  承诺 64/68  法定 67/68',
    '不计件数  响应 0  办结 0  满意 45(回访不到 3)  承诺 17  法定 17',
    '办结率 = 截至统计时已答复或已归档的 / 期内登记的;不计:并案、不予受理、撤回的。',
    '',
    '-'.repeat(80),
    '',
    'Enter 列出  b 分组  h/l 月份  p 期长  m 走势  e 口径  / 筛选  y 复制命令  ? 帮助',
  ]);
});

test('keys change what it is grouped by, the month, its length and the figure looked at', async () => {
  await openStats();
  await screen.press('h');
  await screen.shows('2026-10-01 至 2026-10-31');
  await screen.press('p');
  await screen.shows('2026-08-01 至 2026-10-31');
  await screen.press('lll');
  await screen.shows('2026-09-01 至 2026-11-30');
  await screen.press('mm');
  await screen.shows('承诺期内办结率 = ');
  await screen.shows('.77777');
  await screen.press('B');
  await screen.shows('按月份');
  await screen.shows(/2026-09 .* #+$/m);
  await screen.press('b');
  await screen.shows('按部门');
  expect(screen.platform.statsAsked.at(-1)).toEqual({ by: 'month', from: '2026-09-01', to: '2026-11-30' });
});

test('Enter lists exactly the requests of the line; y gives the command, e the formulas', async () => {
  await openStats();
  await screen.press('y');
  await screen.shows('district requests stats --by agency --month 2026-11');
  await screen.press('e');
  await screen.shows('满意率 = ');
  await screen.shows('回访不到');
  await screen.press('\x1b');
  await screen.press('j\r');
  await screen.shows('筛选> to:agency:housing submitted:>=2026-11-01');
  expect(screen.platform.filters.at(-1)).toBe('to:agency:housing submitted:>=2026-11-01');
});

test('a filter typed in the line of commands holds on the screen until Esc', async () => {
  await openStats();
  await screen.press('/');
  await screen.shows('requests stats --by agency --month 2026-11 --q');
  await screen.press("'source:hotline is:open'\r");
  await screen.shows('筛选 source:hotline is:open');
  expect(screen.platform.statsAsked.at(-1)).toEqual({
    ...{ by: 'agency', from: '2026-11-01', to: '2026-11-30', q: 'source:hotline is:open' },
  });
  await screen.press('y');
  await screen.shows("--q 'source:hotline is:open'");
  await screen.press('\x1b');
  await screen.hides('筛选 source');
  await screen.press(':requests stats --by street --month 2026-02\r');
  await screen.shows('2026-02-01 至 2026-02-28  按街道');
});

test('says the same in English on 120x36, with the ninth decile', async () => {
  await openStats({ columns: 120, rows: 36, language: 'en' });
  expect(line(4)).toMatch(/^ agency +Recv +Open +Resp +Resol +Satisf OnTime Statut +Med h +P90 h 6m 10%/);
  expect(line(6)).toMatch(/^ housing +40 +8 +97.5% +80.0% under 5 +87.5% +96.9% +41.5 +160.2 \.98888/);
  expect(screen.text()).toContain('resolution rate = those resolved or closed by now / those received');
});

test('where dots can be relied on, the course is a year of them', async () => {
  screen = await openScreen({ fineMarks: true });
  await screen.press('9');
  await screen.shows(/城市管理局 .* 41\.5 [\u2800-\u28ff]{6}$/m);
  expect(line(4)).toMatch(/近12月$/);
});
