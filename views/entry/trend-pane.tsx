import type { ProgressTrend } from '@district/contract/types.ts';
import { useText } from '../../src/console/context.ts';
import { entryMessages } from '../../src/i18n/messages/console-entry.ts';
import { pointsText } from '../../src/i18n/progress-text.ts';
import { markedBar } from '../../src/output/plot.ts';
import { clip, fit } from '../../src/terminal/width.ts';
import { plainLine, type Span } from '../parts/line.tsx';
import { PANE_BAR_COLUMNS, SidePane } from '../parts/side-pane.tsx';

/** Of a bar that stands for everything entered; what the figures before it leave of the pane. */
const BAR_COLUMNS = 8;

interface Props {
  trend: ProgressTrend | undefined;
  columns: number;
  rows: number;
}

/** The last working days of one cell, newest first: actual, expected, and a bar with the expected marked in it. */
export function TrendPane({ trend, columns, rows }: Props) {
  const text = useText(entryMessages);
  const lines = (trend?.points ?? []).toReversed().map((point): Span[] => {
    const { date, actual, expected } = point;
    const gap = (actual - expected) * 100;
    const figures = [actual * 100, expected * 100].map((share) => fit(share.toFixed(1), 7, 'right'));
    const line = `${date.slice(5)} ${figures.join('')} ${fit(pointsText(gap), 6, 'right')} ${markedBar(actual, expected, BAR_COLUMNS)}`;
    return plainLine(clip(line, columns - PANE_BAR_COLUMNS), gap <= -1 ? 'red' : 'plain');
  });
  const shown = [plainLine(clip(text('trendTitle'), columns - PANE_BAR_COLUMNS), 'dim'), ...lines];
  return <SidePane lines={shown} columns={columns} rows={rows} />;
}
