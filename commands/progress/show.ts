import type { ProgressPage, ProgressRow } from '@district/contract/types.ts';
import { BEHIND_VERDICTS, PROGRESS_BY, type ProgressBy } from '@district/contract/vocabulary.ts';
import { isOn, text } from '../../src/command/input.ts';
import type { Column, Operation } from '../../src/command/operation.ts';
import { collectPages, PAGE_OPTIONS } from '../../src/command/paging.ts';
import { REGION_OPTION, regionOf } from '../../src/command/region-option.ts';
import { enteredText, pointsText, shareText } from '../../src/i18n/progress-text.ts';
import { rolloutText, verdictText } from '../../src/i18n/words.ts';

const COLUMNS: readonly Column<ProgressRow>[] = [
  { header: { zh: '区划', en: 'REGION' }, cell: ({ region }) => region.name },
  {
    header: { zh: '数据集', en: 'DATASET' },
    cell: ({ dataset }, language) => (language === 'zh' ? dataset.nameZh : dataset.id),
  },
  {
    header: { zh: '状态', en: 'STATE' },
    cell: ({ state }, language) => (state === null ? '-' : rolloutText(state, language)),
    priority: 3,
  },
  {
    header: { zh: '已录/应录', en: 'ENTERED/TARGET' },
    cell: (row, language) => enteredText(row, language),
    align: 'right',
    whole: true,
  },
  {
    header: { zh: '覆盖', en: 'COVERAGE' },
    cell: ({ coverage }) => shareText(coverage),
    align: 'right',
    whole: true,
  },
  {
    header: { zh: '今日应达', en: 'EXPECTED' },
    cell: ({ expected }) => shareText(expected),
    align: 'right',
    priority: 4,
    whole: true,
  },
  {
    header: { zh: '差(百分点)', en: 'GAP (PP)' },
    cell: ({ gap }) => pointsText(gap),
    align: 'right',
    whole: true,
  },
  {
    header: { zh: '正确', en: 'ACCURACY' },
    cell: ({ accuracy }) => shareText(accuracy),
    align: 'right',
    priority: 2,
    whole: true,
  },
  {
    header: { zh: '落后自', en: 'SINCE' },
    cell: ({ behindSince }) => behindSince ?? '-',
    priority: 5,
    whole: true,
  },
  {
    header: { zh: '预计完成', en: 'FORECAST' },
    cell: ({ forecastAt }) => forecastAt ?? '-',
    priority: 1,
    whole: true,
  },
  { header: { zh: '结论', en: 'VERDICT' }, cell: ({ verdict }, language) => verdictText(verdict, language) },
];

export const show: Operation<ProgressPage> = {
  id: 'progress.show',
  summary: {
    zh: '录入进度:谁落后,差多少,何时能完',
    en: 'who is behind with data entry, by how much, until when',
  },
  effect: 'read',
  options: [
    {
      name: 'by',
      value: 'WORD',
      choices: PROGRESS_BY,
      summary: { zh: '按街道、社区或数据集', en: 'by street, community or dataset' },
    },
    REGION_OPTION,
    { name: 'dataset', value: 'ID', summary: { zh: '只看一个数据集', en: 'one dataset alone' } },
    {
      name: 'behind',
      summary: { zh: '只列落后的(含快而错)', en: 'only what is behind, fast and wrong included' },
    },
    {
      name: 'check',
      summary: { zh: '有落后的则以 10 退出,供定时任务用', en: 'exit 10 when anything is behind, for cron' },
    },
    ...PAGE_OPTIONS,
  ],
  examples: [
    'district progress --by street --dataset person',
    'district progress --by community --region 320302008 --behind',
    'district progress --behind --check --json region.name,dataset.id,gap',
  ],
  finds: ({ items }) => items.some(({ verdict }) => (BEHIND_VERDICTS as readonly string[]).includes(verdict)),
  async *run(input, context) {
    const by = text(input, 'by') as ProgressBy | undefined;
    const region = regionOf(input, 'region');
    const dataset = text(input, 'dataset');
    const query = {
      ...(by && { by }),
      ...(region !== undefined && { region }),
      ...(dataset !== undefined && { dataset }),
      ...(isOn(input, 'behind') && { behind: true }),
    };
    const client = await context.client();
    let asOf = '';
    const page = await collectPages<ProgressRow>(input, context, async (places) => {
      const one = await client.listProgress({ ...query, ...places }, context.signal);
      asOf = one.asOf;
      return one;
    });
    yield { status: 'done', value: { ...page, asOf } };
  },
  print: { columns: COLUMNS, rows: (page) => page.items },
};
