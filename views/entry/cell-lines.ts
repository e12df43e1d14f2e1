import type { Dataset, ProgressGridRow, ProgressTrend } from '@district/contract/types.ts';
import { entryMessages } from '../../src/i18n/messages/console-entry.ts';
import { enteredText, figureText, shareText } from '../../src/i18n/progress-text.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { sparkline } from '../../src/output/plot.ts';
import { clip, widthOf } from '../../src/terminal/width.ts';
import { plainLine, type Span } from '../parts/line.tsx';

/** Between two figures of the trend: a week. */
const TREND_STEP_WORKING_DAYS = 5;
const TREND_FIGURES = 8;

interface Options {
  columns: number;
  language: Language;
  trend: ProgressTrend | undefined;
  /** Whether the trend is drawn; otherwise it is told in figures. */
  isDrawn: boolean;
}

/** The cell under the cursor in words: how far, what pace it needs, since when, and how it came there. */
export function cellLines(
  row: ProgressGridRow,
  dataset: Dataset,
  { columns, language, trend, isDrawn }: Options,
): Span[][] {
  const say = (key: keyof typeof entryMessages.zh, values?: Record<string, string | number>) =>
    translate(entryMessages, language, key, values);
  const cell = row.cells.find((one) => one.dataset === dataset.id);
  const names = { place: row.region.name, dataset: language === 'zh' ? dataset.nameZh : dataset.nameEn };
  if (!cell) return [plainLine(say('noTask', names), 'dim')];
  const { paceNeeded, behindSince, forecastAt, provisional } = cell;
  const first =
    say('cell', {
      ...names,
      entered: enteredText({ ...cell, unit: dataset.unit }, language),
      share: shareText(cell.coverage),
      expected: shareText(cell.expected),
      pace: signed(cell.pace),
    }) + (paceNeeded ? say('needed', { needed: signed(paceNeeded) }) : '');
  const second = [
    behindSince && say('since', { date: behindSince.slice(5) }),
    say('due', { date: cell.dueDate.slice(5) }) + (provisional ? say('provisional') : ''),
    forecastAt && say('finish', { date: forecastAt.slice(5) }),
  ].filter(Boolean);
  const { completeness, accuracy, timeliness } = cell;
  const shares = {
    completeness: shareText(completeness),
    accuracy: shareText(accuracy),
    timeliness: shareText(timeliness),
  };
  const trendLine = () => {
    if (!trend) return '';
    return isDrawn ? trendPlot(trend, columns, say) : trendText(trend, say);
  };
  const third = cell.targetSourceZh ? say('source', { source: cell.targetSourceZh }) : '';
  return [
    plainLine(clip(first, columns), 'strong'),
    plainLine(clip([...second, say('shares', shares)].join('  '), columns)),
    plainLine(clip(trendLine(), columns)),
    plainLine(clip(third, columns), 'dim'),
  ];
}

function signed(pace: number): string {
  return `${pace > 0 ? '+' : ''}${figureText(pace)}`;
}

type SayTrend = (key: 'trend' | 'trendDrawn', values: Record<string, string | number>) => string;

function trendText({ points }: ProgressTrend, say: SayTrend): string {
  const weekly = points
    .filter((_, at) => (points.length - 1 - at) % TREND_STEP_WORKING_DAYS === 0)
    .slice(-TREND_FIGURES);
  const figures = (of: 'actual' | 'expected') => weekly.map((point) => percent(point[of])).join(' ');
  return say('trend', { actual: figures('actual'), expected: figures('expected') });
}

/** Both series on one scale, each between its first and its last figure: as many of the last days as there is room for. */
function trendPlot({ points }: ProgressTrend, columns: number, say: SayTrend): string {
  const draw = (days: ProgressTrend['points']) => {
    const shares = days.flatMap(({ actual, expected }) => [actual, expected]);
    const scale = [Math.min(...shares), Math.max(...shares)] as const;
    const plot = (of: 'actual' | 'expected') => {
      const series = days.map((point) => point[of]);
      return `${percent(series[0])} ${sparkline(series, scale)} ${percent(series.at(-1))}`;
    };
    return say('trendDrawn', { actual: plot('actual'), expected: plot('expected'), days: days.length });
  };
  let days = points;
  // A cell of either plot stands for two days.
  while (days.length > 2 && widthOf(draw(days)) > columns) days = days.slice(2);
  return draw(days);
}

function percent(share = 0): number {
  return Math.round(share * 100);
}
