import { afterEach, expect, test } from 'vitest';
import { NOW } from './sample-data.ts';
import { type OpenedScreen, openScreen } from './screen.tsx';

let screen: OpenedScreen;
afterEach(() => screen.close());

async function openEntry(options: Parameters<typeof openScreen>[0] = {}): Promise<void> {
  screen = await openScreen(options);
  await screen.press('4');
  await screen.shows(/趋势 实|Trend is/);
}

const line = (at: number) => screen.lines()[at];

test('says in Chinese on 80x24 who is behind by how much, and what the cell needs', async () => {
  await openEntry();
  expect(screen.lines().slice(1, 9)).toEqual([
    ' 1 工作台   2 办件   3 通知  [4 录入]  6 审批(6)',
    '-'.repeat(80),
    '鼓楼区  4个区划x9个数据集  值=实际覆盖-今日应达(百分点)  截至08:31',
    ' 区划       状态  人口   户 房屋 单位 社组 社工 志愿 帮扶 设施 正确率 预计完成',
    '>拾屯街道   录入 [-12]   -9   -4   +1    0   +2   -6  -15   -3    97% 01-22 逾',
    ' 丰财街道   录入   +6!  +5!  +3!  +2!   0!  +3!  +1!  +2!  +4!  ! 81% 落后(错)',
    ' 琵琶街道   核验    +1   +2    0    0    0    0   +1    0   +1    99% 12-20',
    ' 黄楼街道   上线     .    .    .    .    .    .    .    .    .    99% 已完成',
  ]);
  expect(screen.lines().slice(16)).toEqual([
    '-'.repeat(80),
    '拾屯街道/人口: 12,398/18,900人 65.6% 应达77.6%  近5日 +310/日,需 +520/日',
    '11-02起落后  到期12-31  预计01-22完成  完整98.0% 正确97.0% 及时95.0%',
    '趋势 实 50 55 60  应 60 68 77  (每5个工作日,%)',
    '应录数来源 公安户籍与居住登记',
    '-'.repeat(80),
    '',
    'Enter 到社区  Esc 返回  h/l 换数据集  m 口径  y 复制命令  ? 帮助',
  ]);
});

test('draws the trend where dots take one cell each', async () => {
  await openEntry({ fineMarks: true });
  expect(line(19)).toMatch(
    /^趋势 实 50 [\u2801-\u28ff]+ 60  应 60 [\u2801-\u28ff]+ 77  \(近\d+个工作日,%\)$/,
  );
});

test('keys walk the cells, change the measure, and go down to the communities and back', async () => {
  await openEntry();
  await screen.press('lj');
  await screen.shows('丰财街道/户:');
  expect(line(6)).toContain('>丰财街道   录入   +6![+5!]');
  await screen.press('mm');
  await screen.shows('值=通过校验的(%)');
  expect(line(6)).toContain('81![81!]');
  await screen.press('mmk');
  await screen.press('\r');
  await screen.shows('拾屯社区');
  expect(line(3)).toContain('拾屯街道  1个');
  await screen.press('\r');
  await screen.shows('社区已是最末一级');
  await screen.press('y');
  await screen.shows('district progress show --by community --region 320302008000 --dataset household');
  await screen.press('\x1b');
  await screen.shows('琵琶街道');
  expect(line(5)).toMatch(/^>拾屯街道/);
});

test('says the same in English, with the days of the trend beside it on 120x36', async () => {
  await openEntry({ columns: 120, rows: 36, language: 'en' });
  await screen.shows('11-20    60.0   76.7  -16.7');
  expect(line(4)).toMatch(
    /^ Place +State +pers hous dwel empl soci work volu assi faci +Right Forecast +\| Date/,
  );
  expect(line(5)).toMatch(/^>拾屯街道 +entering +\[-12\] +-9 +-4 .* 97% 01-22 late *\| 11-20 .* #####-\|-/);
  expect(screen.text()).toContain('12,398/18,900 persons');
});

test('asks again when the platform is back, and not at every event of a request', async () => {
  await openEntry();
  const asked = screen.platform.gridsAsked;
  const filters = screen.platform.filters.length;
  screen.platform.tell({
    ...{ id: '1', type: 'request.changed', at: NOW, no: 'GL261112-0001', region: '320302003000' },
    ...{
      state: 'in_progress',
      version: 4,
      action: 'remind',
      by: null,
      approval: null,
      urgent: false,
      progress: null,
    },
  });
  await screen.press('2');
  await screen.shows('GL261112-0003');
  expect(screen.platform.filters.length).toBeGreaterThan(filters);
  await screen.press('4');
  await screen.shows('趋势 实');
  expect(screen.platform.gridsAsked).toBe(asked);
  screen.platform.stop();
  await screen.shows('断线');
  screen.platform.start();
  await screen.shows('已连');
  await screen.shows('拾屯街道/人口');
  expect(screen.platform.gridsAsked).toBe(asked + 1);
});
