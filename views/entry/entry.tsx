import { Box } from 'ink';
import { useRef } from 'react';
import { useConsole, useDesk, useLanguage, useText } from '../../src/console/context.ts';
import { clockText } from '../../src/console/deadline.ts';
import { PREVIEW_COLUMNS_MIN } from '../../src/console/frame.ts';
import { progressCursor } from '../../src/console/rows.ts';
import { useProgress, useTrend } from '../../src/console/use-data.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { entryMessages } from '../../src/i18n/messages/console-entry.ts';
import { clip } from '../../src/terminal/width.ts';
import { Line, plainLine } from '../parts/line.tsx';
import { Lines } from '../parts/lines.tsx';
import { Message } from '../parts/message.tsx';
import { Rule } from '../parts/rule.tsx';
import { useRested } from '../parts/use-rested.ts';
import { windowTop } from '../parts/window-top.ts';
import { cellLines } from './cell-lines.ts';
import { datasetsFitting, entryColumns, entryHeading, entrySpans } from './entry-cells.ts';
import { TrendPane } from './trend-pane.tsx';

/** A rule and what is said of the cell under the cursor; left out where the grid would have no room. */
const CELL_ROWS = 5;
const GRID_ROWS_MIN = 5;
/** Of the width, for the trend beside the grid. */
const TREND_COLUMNS = 38;

/** Streets, or a street's communities, by dataset; below it the cell under the cursor. */
export function Entry({ columns, rows }: { columns: number; rows: number }) {
  const text = useText(entryMessages);
  const general = useText(consoleMessages);
  const language = useLanguage();
  const { fineMarks: isDrawn } = useDesk();
  const { cursorCode, column: wantedColumn, measure } = useConsole(({ entry }) => entry);
  const { data: grid, isError } = useProgress();
  const top = useRef(0);
  const first = useRef(0);
  const cursor = grid ? progressCursor(grid, cursorCode) : 0;
  const row = grid?.rows[cursor];
  const column = Math.min(wantedColumn, (grid?.datasets.length ?? 1) - 1);
  const dataset = grid?.datasets[column];
  const hasTask = row?.cells.some((cell) => cell.dataset === dataset?.id) ?? false;
  const key = useRested(row && dataset && hasTask ? `${row.region.code} ${dataset.id}` : '');
  const [ofRegion = '', ofDataset = ''] = key.split(' ');
  const { data: trend } = useTrend(key === '' ? null : { region: ofRegion, dataset: ofDataset });
  if (!grid || !row || !dataset) {
    const why = grid ? text('nothing') : general(isError ? 'notLoaded' : 'loading');
    return <Message text={why} rows={rows} />;
  }
  const ofCell =
    trend?.region.code === row.region.code && trend.dataset.id === dataset.id ? trend : undefined;
  const withCell = rows >= CELL_ROWS + GRID_ROWS_MIN;
  const visible = Math.max(1, rows - 2 - (withCell ? CELL_ROWS : 0));
  const withTrend = columns >= PREVIEW_COLUMNS_MIN;
  const gridColumns = withTrend ? columns - TREND_COLUMNS : columns;
  const fitting = datasetsFitting(gridColumns);
  first.current = windowTop(first.current, column, fitting, grid.datasets.length);
  const datasets = grid.datasets.slice(first.current, first.current + fitting);
  const widths = entryColumns(gridColumns, datasets.length, language);
  top.current = windowTop(top.current, cursor, visible, grid.rows.length);
  const title = text('title', {
    region: grid.region.name,
    places: grid.rows.length,
    datasets: grid.datasets.length,
    measure: text(measure),
    at: clockText(Date.parse(grid.asOf)).slice(0, 5),
  });
  const shown = grid.rows.slice(top.current, top.current + visible).map((one, at) =>
    entrySpans(one, {
      datasets,
      widths,
      measure,
      language,
      column: top.current + at === cursor ? column - first.current : undefined,
    }),
  );
  return (
    <Box flexDirection="column" height={rows} overflow="hidden">
      <Line spans={plainLine(clip(title, columns))} />
      <Box height={visible + 1}>
        <Box width={gridColumns} flexShrink={0}>
          <Lines lines={[entryHeading(datasets, widths, language), ...shown]} rows={visible + 1} />
        </Box>
        {withTrend && <TrendPane trend={ofCell} columns={TREND_COLUMNS} rows={visible + 1} />}
      </Box>
      {withCell && (
        <>
          <Rule columns={columns} />
          <Lines
            lines={cellLines(row, dataset, { columns, language, trend: ofCell, isDrawn })}
            rows={CELL_ROWS - 1}
          />
        </>
      )}
    </Box>
  );
}
