import type { RequestSummary } from '@district/contract/types.ts';
import { Box } from 'ink';
import { useRef } from 'react';
import { useConsole, useLanguage } from '../../src/console/context.ts';
import { Line } from '../parts/line.tsx';
import { RequestRow } from './request-row.tsx';
import { headingSpans } from './row-columns.ts';
import { windowTop } from './window-top.ts';

interface Props {
  rows: readonly RequestSummary[];
  cursor: number;
  asOfMs: number;
  columns: number;
  height: number;
}

/** The rows in view under a heading; only these are laid out, however many are loaded. */
export function RequestList({ rows, cursor, asOfMs, columns, height }: Props) {
  const language = useLanguage();
  const marks = useConsole((state) => state.requests.marks);
  const top = useRef(0);
  const visible = Math.max(1, height - 1);
  top.current = windowTop(top.current, cursor, visible, rows.length);
  return (
    <Box flexDirection="column" width={columns} height={height} overflow="hidden">
      <Line spans={headingSpans(columns, language)} />
      {rows.slice(top.current, top.current + visible).map((row, at) => (
        <RequestRow
          key={row.no}
          row={row}
          columns={columns}
          language={language}
          asOfMs={asOfMs}
          atCursor={top.current + at === cursor}
          marked={marks.has(row.no)}
        />
      ))}
    </Box>
  );
}
