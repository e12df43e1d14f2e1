import type { Dataset, ProgressGridRow, ProgressTrend } from '@district/contract/types.ts';
import { entryMessages } from '../../src/i18n/messages/console-entry.ts';
import { enteredText, figureText, shareText } from '../../src/i18n/progress-text.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { clip } from '../../src/terminal/width.ts';
import { plainLine, type Span } from '../parts/line.tsx';

/** Between two figures of the trend: a week. */
const TREND_STEP_WORKING_DAYS = 5;
const TREND_FIGURES = 8;

interface Options {
  columns: number;
  language: Language;
  trend: ProgressTrend | undefined;
}

/** The cell under the cursor in words: how far, what pace it needs, since when, and how it came there. */
export function cellLines(
  row: ProgressGridRow,
  dataset: Dataset,
  { columns, language, trend }: Options,
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
  const third = cell.targetSourceZh ? say('source', { source: cell.targetSourceZh }) : '';
  return [
    plainLine(clip(first, columns), 'strong'),
    plainLine(clip([...second, say('shares', shares)].join('  '), columns)),
    plainLine(clip(trend ? trendText(trend, say) : '', columns)),
    plainLine(clip(third, columns), 'dim'),
  ];
}

function signed(pace: number): string {
  return `${pace > 0 ? '+' : ''}${figureText(pace)}`;
}

function trendText(
  { points }: ProgressTrend,
  say: (key: 'trend', values: Record<string, string>) => string,
): string {
  const weekly = points
    .filter((_, at) => (points.length - 1 - at) % TREND_STEP_WORKING_DAYS === 0)
    .slice(-TREND_FIGURES);
  const figures = (of: 'actual' | 'expected') => weekly.map((point) => Math.round(point[of] * 100)).join(' ');
  return say('trend', { actual: figures('actual'), expected: figures('expected') });
}
