import { FORMULAS } from '@district/contract/figures.ts';
import type { Stats } from '@district/contract/types.ts';
import { STATS_BY, type StatsBy } from '@district/contract/vocabulary.ts';
import { isOn, text } from '../../src/command/input.ts';
import type { Operation, OperationContext } from '../../src/command/operation.ts';
import { FIGURE_COLUMNS, type FigureLine } from '../../src/command/stats/figure-columns.ts';
import { figureLines } from '../../src/command/stats/figure-lines.ts';
import { formulaLines } from '../../src/command/stats/formula-lines.ts';
import { PERIOD_OPTIONS, periodOf } from '../../src/command/stats/period.ts';

/** With `--explain` the formulas come along. */
type Explained = Stats & { formulas?: typeof FORMULAS };

export const stats: Operation<Explained> = {
  id: 'requests.stats',
  summary: {
    zh: '响应率、办结率、满意率、按期率、时长和存量',
    en: 'rates of response, resolution, satisfaction and punctuality, hours, backlog',
  },
  effect: 'read',
  options: [
    {
      name: 'by',
      value: 'WORD',
      choices: STATS_BY,
      summary: { zh: '按什么分组,默认 agency', en: 'what to group by, agency unless told' },
    },
    ...PERIOD_OPTIONS,
    {
      name: 'q',
      value: 'FILTER',
      completes: 'filter',
      summary: { zh: '筛选,与控制台相同', en: 'filter, as in the console' },
    },
    {
      name: 'explain',
      summary: {
        zh: '写明各项口径:分子、分母、不计的',
        en: 'say how each is reckoned, and what is left out',
      },
    },
    {
      name: 'xlsx',
      value: 'FILE',
      summary: {
        zh: '月报写成 XLSX:各分组一张表,另有口径',
        en: 'write the report as XLSX: a sheet for each grouping, one for the formulas',
      },
    },
  ],
  examples: [
    'district requests stats --by agency --month 2026-09',
    `district requests stats --by month --from 2026-01-01 --q 'to:agency:urban_management' --csv`,
    'district requests stats --month 2026-09 --xlsx 月报-2026-09.xlsx',
  ],
  async *run(input, context) {
    const by = (text(input, 'by') as StatsBy | undefined) ?? 'agency';
    const q = text(input, 'q');
    const query = { ...periodOf(input), ...(q !== undefined && { q }) };
    const file = text(input, 'xlsx');
    const client = await context.client();
    const value = await client.stats({ by, ...query }, context.signal);
    if (value.groups > value.rows.length) sayMore(value, context);
    if (isOn(input, 'explain')) for (const line of formulaLines(context.language)) context.say(line);
    if (file !== undefined) {
      const { writeReport } = await import('../../src/command/stats/write-report.ts');
      await writeReport(file, { client, first: value, query }, context);
    }
    yield { status: 'done', value: isOn(input, 'explain') ? { ...value, formulas: FORMULAS } : value };
  },
  print: { columns: FIGURE_COLUMNS, rows: (value): FigureLine[] => figureLines(value) },
};

function sayMore({ rows, groups }: Stats, { language, say }: OperationContext): void {
  say(
    language === 'zh'
      ? `共 ${groups} 组,只列登记最多的 ${rows.length} 组;合计是全部的。可用 --q 收窄。`
      : `The ${rows.length} groups with the most requests of ${groups}; the total is of all. Narrow it with --q.`,
  );
}
