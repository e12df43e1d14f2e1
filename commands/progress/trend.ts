import type { ProgressTrend } from '@district/contract/types.ts';
import { count, text } from '../../src/command/input.ts';
import type { Column, Operation } from '../../src/command/operation.ts';
import { REGION_OPTION, regionOf } from '../../src/command/region-option.ts';
import { figureText, pointsText, shareText } from '../../src/i18n/progress-text.ts';
import { markedBar } from '../../src/output/plot.ts';

/** A cell for five of a hundred; with the figures it fits 80 columns. */
const BAR_COLUMNS = 20;

type Point = ProgressTrend['points'][number];

const COLUMNS: readonly Column<Point>[] = [
  { header: { zh: '日期', en: 'DATE' }, cell: ({ date }) => date, whole: true },
  { header: { zh: '已录', en: 'ENTERED' }, cell: ({ entered }) => figureText(entered), align: 'right' },
  { header: { zh: '实际', en: 'ACTUAL' }, cell: ({ actual }) => shareText(actual), align: 'right' },
  { header: { zh: '应达', en: 'EXPECTED' }, cell: ({ expected }) => shareText(expected), align: 'right' },
  {
    header: { zh: '差(百分点)', en: 'GAP (PP)' },
    cell: ({ actual, expected }) => pointsText((actual - expected) * 100),
    align: 'right',
  },
  { header: { zh: '正确', en: 'ACCURACY' }, cell: ({ accuracy }) => shareText(accuracy), align: 'right' },
  {
    header: { zh: '实际 # 应达 |', en: 'ACTUAL # EXPECTED |' },
    cell: ({ actual, expected }) => markedBar(actual, expected, BAR_COLUMNS),
    priority: 1,
    whole: true,
    isPlot: true,
  },
];

export const trend: Operation<ProgressTrend> = {
  id: 'progress.trend',
  summary: { zh: '一个数据集逐日的实际与应达', en: 'one dataset day by day, actual against expected' },
  effect: 'read',
  options: [
    REGION_OPTION,
    {
      name: 'dataset',
      value: 'ID',
      required: true,
      summary: { zh: '数据集(district datasets list)', en: 'dataset (district datasets list)' },
    },
    { name: 'days', value: 'N', summary: { zh: '最近几个工作日', en: 'the last so many working days' } },
  ],
  examples: ['district progress trend --region 320302008 --dataset person --days 10'],
  async *run(input, context) {
    const region = regionOf(input, 'region');
    const days = count(input, 'days');
    const client = await context.client();
    const query = {
      dataset: text(input, 'dataset') ?? '',
      ...(region !== undefined && { region }),
      ...(days !== undefined && { days }),
    };
    yield { status: 'done', value: await client.progressTrend(query, context.signal) };
  },
  print: { columns: COLUMNS, rows: (series) => series.points },
};
