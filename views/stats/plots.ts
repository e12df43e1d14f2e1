import type { StatsTrend } from '@district/contract/types.ts';
import type { StatsMeasure } from '../../src/console/screen.ts';
import type { StatsLine } from '../../src/console/stats/figures.ts';
import { sparkline } from '../../src/output/plot.ts';

type Point = StatsTrend['rows'][number]['points'][number];

/** Where a month has nothing to take a share of. */
const NOTHING = '.';
/** What is no number gets no dot. */
const NO_DOT = Number.NaN;
const DIGIT_MAX = 9;

/** Months of a course: a year in dots, two months a cell, or half of one in digits. */
export function courseMonths(isDrawn: boolean): number {
  return isDrawn ? 12 : 6;
}

/** From where to where dots go: all rows share it, so that they can be compared; numbers go from none to the row's own largest. */
export type Scale = readonly [least: number, most: number];

export function scaleOf(trend: StatsTrend, measure: StatsMeasure): Scale {
  if (measure === 'received') return [0, 1];
  const shares = trend.rows.flatMap(({ points }) => points.map((point) => point[measure].share ?? 1));
  return [Math.min(1, ...shares), 1];
}

/**
 * A month a column of dots, or where those cannot be relied on (no scale) a digit: of a share its tenths, of a number its tenths of the
 * row's largest; all of it is a 9. Digits are one column wide in every terminal, and are read aloud as what they are.
 */
export function coursePlot(points: readonly Point[], measure: StatsMeasure, scale: Scale | null): string {
  const most = Math.max(1, ...points.map(({ received }) => received));
  const shares = points.map((point) => shareOf(point, measure, most));
  if (scale)
    return sparkline(
      shares.map((share) => share ?? NO_DOT),
      scale,
    );
  return shares
    .map((share) => (share === null ? NOTHING : Math.min(DIGIT_MAX, Math.floor(share * 10))))
    .join('');
}

/** Months stand one below the other already: each is a bar, of its share or against the largest; all of it fills the columns. */
export function barPlot(
  line: StatsLine,
  lines: readonly StatsLine[],
  { measure, columns }: { measure: StatsMeasure; columns: number },
): string {
  const months = lines.filter(({ key }) => key !== undefined);
  if (line.key === undefined) return '';
  const share = shareOf(line, measure, Math.max(1, ...months.map(({ received }) => received)));
  return share === null ? NOTHING : '#'.repeat(Math.round(share * columns));
}

function shareOf(figures: Point, measure: StatsMeasure, most: number): number | null {
  return measure === 'received' ? figures.received / most : figures[measure].share;
}
