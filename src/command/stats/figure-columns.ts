import { RATES, type Rate } from '@district/contract/figures.ts';
import type { StatsFigures, StatsRow, StatsShare } from '@district/contract/types.ts';
import type { StatsBy } from '@district/contract/vocabulary.ts';
import { hoursText, statsGroupText, statsShareText } from '../../i18n/stats-text.ts';
import type { Language } from '../../i18n/translate.ts';
import type { Bilingual, Column } from '../operation.ts';

/** A line of figures: a group, or all of them together. */
export type FigureLine = StatsFigures & { by: StatsBy } & (
    | Pick<StatsRow, 'key' | 'nameZh' | 'nameEn'>
    | { key?: never }
  );

/** The values of a column as a workbook has them: numbers stay numbers. */
export interface FigureColumn extends Column<FigureLine> {
  value(line: FigureLine): number | string | null;
  /** How a workbook shows its numbers. */
  look: 'text' | 'count' | 'share' | 'hours';
}

const TOTAL: Bilingual = { zh: '合计', en: 'all' };
/** Headings of the screen's width: the whole names stand with the formulas. */
const SHORT: Record<Rate, Bilingual> = {
  response: { zh: '响应率', en: 'RESPONSE' },
  resolution: { zh: '办结率', en: 'RESOLVED' },
  satisfaction: { zh: '满意率', en: 'SATISFIED' },
  onTime: { zh: '承诺期内', en: 'ON TIME' },
  onTimeStatutory: { zh: '法定期内', en: 'STATUTORY' },
};
const PARTS = {
  numerator: { zh: '分子', en: 'N' },
  denominator: { zh: '分母', en: 'OF' },
  leftOut: { zh: '不计', en: 'LEFT OUT' },
} as const satisfies Partial<Record<keyof StatsShare, Bilingual>>;

function joined(a: Bilingual, b: Bilingual): Bilingual {
  return { zh: `${a.zh}${b.zh}`, en: `${a.en} ${b.en}` };
}

function count(
  header: Bilingual,
  of: (line: FigureLine) => number | null,
  more: Partial<FigureColumn> = {},
): FigureColumn {
  const cell = (line: FigureLine) => String(of(line) ?? '-');
  return { header, cell, value: of, look: 'count', align: 'right', whole: true, ...more };
}

/** The share, and in places where there is room what it is a share of. */
function rateColumns(rate: Rate): FigureColumn[] {
  return [
    {
      header: SHORT[rate],
      cell: (line, language) => statsShareText(line[rate], language),
      value: (line) => line[rate].share,
      look: 'share',
      align: 'right',
      whole: true,
      ...(rate === 'onTimeStatutory' && { priority: 1 }),
    },
    ...(['numerator', 'denominator', 'leftOut'] as const).map((part) =>
      count(joined(SHORT[rate], PARTS[part]), (line) => line[rate][part], { priority: 9 }),
    ),
  ];
}

export function nameText(line: FigureLine, language: Language): string {
  return line.key === undefined ? TOTAL[language] : statsGroupText(line, line.by, language);
}

export const FIGURE_COLUMNS: readonly FigureColumn[] = [
  { header: { zh: '分组', en: 'GROUP' }, cell: nameText, value: () => null, look: 'text' },
  count({ zh: '登记', en: 'RECEIVED' }, ({ received }) => received),
  count({ zh: '并案', en: 'MERGED' }, ({ merged }) => merged, { priority: 8 }),
  count({ zh: '存量', en: 'BACKLOG' }, ({ backlog }) => backlog),
  ...RATES.flatMap(rateColumns),
  count({ zh: '回访不到', en: 'UNREACHED' }, ({ unreached }) => unreached, { priority: 8 }),
  {
    ...count({ zh: '中位时长', en: 'MEDIAN H' }, ({ hours }) => hours.median),
    cell: ({ hours }) => hoursText(hours.median),
    look: 'hours',
  },
  {
    ...count({ zh: '九成时长', en: 'P90 H' }, ({ hours }) => hours.p90, { priority: 2 }),
    cell: ({ hours }) => hoursText(hours.p90),
    look: 'hours',
  },
  count({ zh: '计时件数', en: 'TIMED' }, ({ hours }) => hours.counted, { priority: 8 }),
];
