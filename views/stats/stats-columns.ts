import { nameText } from '../../src/command/stats/figure-columns.ts';
import type { StatsLine } from '../../src/console/stats/figures.ts';
import { statsMessages } from '../../src/i18n/messages/console-stats.ts';
import { hoursText, statsByText, statsShareText } from '../../src/i18n/stats-text.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { clip, fit, widthOf } from '../../src/terminal/width.ts';
import { cursorMark, type Span } from '../parts/line.tsx';

interface StatsColumn {
  id: keyof typeof statsMessages.zh;
  cell(line: StatsLine, language: Language): string;
  columns: number;
  /** Those of the highest number go first where there is no room. */
  priority: number;
}

const SHARE_COLUMNS = 7;
const share = (
  id: 'response' | 'resolution' | 'satisfaction' | 'onTime' | 'onTimeStatutory',
  priority: number,
) => ({
  id,
  cell: (line: StatsLine, language: Language) => statsShareText(line[id], language),
  columns: id === 'satisfaction' ? SHARE_COLUMNS + 1 : SHARE_COLUMNS,
  priority,
});

const COLUMNS: readonly StatsColumn[] = [
  { id: 'received', cell: ({ received }) => String(received), columns: 6, priority: 0 },
  { id: 'backlog', cell: ({ backlog }) => String(backlog), columns: 6, priority: 2 },
  share('response', 4),
  share('resolution', 0),
  share('satisfaction', 1),
  share('onTime', 3),
  share('onTimeStatutory', 5),
  { id: 'median', cell: ({ hours }) => hoursText(hours.median), columns: 7, priority: 6 },
  { id: 'p90', cell: ({ hours }) => hoursText(hours.p90), columns: 7, priority: 8 },
];

const NAME_COLUMNS_MIN = 14;
const NAME_COLUMNS_MAX = 26;
/** The plot goes after the ninth decile and before all others. */
const PLOT_PRIORITY = 7;

export interface StatsLayout {
  name: number;
  columns: readonly StatsColumn[];
  /** 0 where there is no room for it. */
  plot: number;
}

/** What has room beside a name, for a plot of so many columns. */
export function statsLayout(columns: number, plotColumns: number): StatsLayout {
  let priority = 9;
  for (;;) {
    const shown = COLUMNS.filter((column) => column.priority < priority || column.priority === 0);
    const plot = PLOT_PRIORITY < priority ? plotColumns + 1 : 0;
    const name = columns - 1 - plot - shown.reduce((sum, column) => sum + column.columns, 0);
    if (name >= NAME_COLUMNS_MIN || priority === 0)
      return { name: Math.min(NAME_COLUMNS_MAX, Math.max(1, name)), columns: shown, plot };
    priority -= 1;
  }
}

export function statsHeading(
  { name, columns, plot }: StatsLayout,
  { by, plotTitle, language }: { by: string; plotTitle: string; language: Language },
): Span[] {
  const cells = columns.map((column) =>
    fit(translate(statsMessages, language, column.id), column.columns, 'right'),
  );
  const title = plot === 0 ? '' : ` ${fit(plotTitle, plot - 1)}`;
  return [{ text: ` ${fit(statsByText(by, language), name)}${cells.join('')}${title}`, tone: 'dim' }];
}

export function statsSpans(
  line: StatsLine,
  { name, columns, plot }: StatsLayout,
  { atCursor, plotText, language }: { atCursor: boolean; plotText: string; language: Language },
): Span[] {
  const isTotal = line.key === undefined;
  const cells = columns.map((column) => fit(column.cell(line, language), column.columns, 'right')).join('');
  const end = plot === 0 ? '' : ` ${fit(plotText, plot - 1)}`;
  return [
    cursorMark(atCursor),
    { text: fit(clip(nameText(line, language), name - 1), name), tone: isTotal ? 'strong' : 'plain' },
    { text: cells + end, tone: isTotal ? 'strong' : 'plain' },
  ];
}

/** The width of a heading, so that a plot is never narrower than its title. */
export function titleColumns(title: string): number {
  return widthOf(title);
}
