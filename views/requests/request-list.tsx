import type { RequestSummary } from '@district/contract/types.ts';
import { useRef } from 'react';
import { useConsole, useLanguage } from '../../src/console/context.ts';
import { WindowedList } from '../parts/windowed-list.tsx';
import { RequestRow } from './request-row.tsx';
import { headingSpans } from './row-columns.ts';

interface Props {
  rows: readonly RequestSummary[];
  cursor: number;
  asOfMs: number;
  columns: number;
  height: number;
}

/** The loaded requests around the cursor. */
export function RequestList({ rows, cursor, asOfMs, columns, height }: Props) {
  const language = useLanguage();
  const marks = useConsole((state) => state.requests.marks);
  const top = useRef(0);
  return (
    <WindowedList
      heading={headingSpans(columns, language)}
      items={rows}
      cursor={cursor}
      rows={height}
      columns={columns}
      top={top}
      keyOf={(row) => row.no}
      row={(row, atCursor) => (
        <RequestRow
          row={row}
          columns={columns}
          language={language}
          asOfMs={asOfMs}
          atCursor={atCursor}
          marked={marks.has(row.no)}
        />
      )}
    />
  );
}
