import { Box } from 'ink';
import { useRef } from 'react';
import { useConsole, useDesk, useLanguage, useText } from '../../src/console/context.ts';
import { clockText } from '../../src/console/deadline.ts';
import { cursorIndex } from '../../src/console/rows.ts';
import { statsLines } from '../../src/console/stats/figures.ts';
import { useStats, useStatsTrend } from '../../src/console/use-data.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { statsMessages } from '../../src/i18n/messages/console-stats.ts';
import { statsByText } from '../../src/i18n/stats-text.ts';
import { spread } from '../../src/terminal/width.ts';
import { Line, plainLine } from '../parts/line.tsx';
import { Lines } from '../parts/lines.tsx';
import { Message } from '../parts/message.tsx';
import { Rule } from '../parts/rule.tsx';
import { WindowedList } from '../parts/windowed-list.tsx';
import { lineFacts } from './line-facts.ts';
import { barPlot, courseMonths, coursePlot, scaleOf } from './plots.ts';
import { statsHeading, statsLayout, statsSpans, titleColumns } from './stats-columns.ts';

/** A rule and what stands behind the line under the cursor; left out where the table would have no room. */
const FACT_ROWS = 6;
const TABLE_ROWS_MIN = 5;
/** Of a course: twelve months of dots, six digits. */
const PLOT_COLUMNS = 6;

/** Figures of a period group by group, the course of one of them beside it, and what they are taken of below. */
export function Stats({ columns, rows }: { columns: number; rows: number }) {
  const text = useText(statsMessages);
  const general = useText(consoleMessages);
  const language = useLanguage();
  const state = useConsole(({ stats }) => stats);
  const { data: stats, isError } = useStats();
  const { fineMarks: isDrawn } = useDesk();
  const months = courseMonths(isDrawn);
  const { data: trend } = useStatsTrend(months);
  const top = useRef(0);
  if (!stats) return <Message text={general(isError ? 'notLoaded' : 'loading')} rows={rows} />;
  const lines = statsLines(stats);
  const cursor = cursorIndex(lines, state);
  const line = lines[cursor];
  const withFacts = rows >= FACT_ROWS + TABLE_ROWS_MIN;
  const { by, measure, q } = state;
  const pointsOf = new Map(trend?.rows.map(({ key, points }) => [key, points]));
  const scale = isDrawn && trend ? scaleOf(trend, measure) : null;
  const plotTitle =
    by === 'month'
      ? text(measure)
      : text(measure === 'received' || isDrawn ? 'trend' : 'trendShare', { n: months });
  const layout = statsLayout(columns, Math.max(PLOT_COLUMNS, titleColumns(plotTitle)));
  const title =
    text('title', { from: stats.from, to: stats.to, by: statsByText(by, language) }) +
    (q === '' ? '' : text('filtered', { q }));
  const asOf = clockText(Date.parse(stats.asOf)).slice(0, 5);
  const right =
    stats.groups > stats.rows.length
      ? text('groupsOf', { n: stats.rows.length, of: stats.groups, at: asOf })
      : text('groups', { n: stats.groups, at: asOf });
  return (
    <Box flexDirection="column" height={rows} overflow="hidden">
      <Line spans={plainLine(spread(title, right, columns))} />
      <WindowedList
        heading={statsHeading(layout, { by, plotTitle, language })}
        items={lines}
        cursor={cursor}
        rows={rows - 1 - (withFacts ? FACT_ROWS : 0)}
        columns={columns}
        top={top}
        keyOf={({ no }) => no}
        row={(one, atCursor) => {
          const points = one.key === undefined ? undefined : pointsOf.get(one.key);
          const plotText =
            by === 'month'
              ? barPlot(one, lines, { measure, columns: layout.plot - 1 })
              : points
                ? coursePlot(points, measure, scale)
                : '';
          return <Line spans={statsSpans(one, layout, { atCursor, plotText, language })} />;
        }}
      />
      {withFacts && line && (
        <>
          <Rule columns={columns} />
          <Lines lines={lineFacts(line, { measure, columns, language })} rows={FACT_ROWS - 1} />
        </>
      )}
    </Box>
  );
}
