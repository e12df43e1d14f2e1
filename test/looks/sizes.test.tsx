import { afterEach, expect, test } from 'vitest';
import { widthOf } from '../../src/terminal/width.ts';
import { type OpenedScreen, openScreen } from '../views/screen.tsx';

let screen: OpenedScreen | undefined;
afterEach(async () => {
  await screen?.close();
  screen = undefined;
});

const SIZES = [
  [200, 60],
  [120, 40],
  [80, 24],
  [40, 12],
] as const;

for (const language of ['zh', 'en'] as const)
  test.each(SIZES)(
    `${language}: each screen at %dx%d stands in its rows and columns`,
    async (columns, rows) => {
      screen = await openScreen({ columns, rows, language });
      await screen.shows(language === 'zh' ? '承诺时限' : 'promised');
      for (const key of ['1', '2', '3', '4', '6', '9', '?']) {
        await screen.press(key);
        const lines = screen.lines();
        expect(lines).toHaveLength(rows);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
        // The rules that frame the body stand where they always do.
        expect([lines[2], lines[rows - 3]]).toEqual(['-'.repeat(columns), '-'.repeat(columns)]);
      }
    },
  );

test('the smallest window keeps every group in reach of the cursor', async () => {
  screen = await openScreen({ columns: 40, rows: 12 });
  await screen.shows('超法定时限');
  for (const group of ['超承诺时限', '今天到期', '第2次退回', '待派单', '待我审批']) {
    await screen.press('j');
    await screen.shows(new RegExp(`>.*${group}`));
  }
});

test('a storm of sizes leaves the screen of the last one', async () => {
  screen = await openScreen({});
  await screen.shows('现在要办');
  for (let step = 0; step < 30; step += 1)
    await screen.resize(30 + ((step * 37) % 170), 8 + ((step * 13) % 50));
  await screen.resize(80, 24);
  await screen.shows(/超承诺时限 +38/);
  const stormy = screen.text();
  await screen.close();
  screen = await openScreen({});
  await screen.shows(/超承诺时限 +38/);
  await screen.shows('城管21');
  expect(stormy).toBe(screen.text());
});
