import type { RequestSummary } from '@district/contract/types.ts';
import { memo, useMemo } from 'react';
import { Line } from '../parts/line.tsx';
import { type RowLook, rowSpans } from './row-columns.ts';

/** Memoised, so that moving the cursor lays out two rows and not forty. */
export const RequestRow = memo(function RequestRow({
  row,
  columns,
  language,
  asOfMs,
  atCursor,
  marked,
}: RowLook & { row: RequestSummary }) {
  const spans = useMemo(
    () => rowSpans(row, { columns, language, asOfMs, atCursor, marked }),
    [row, columns, language, asOfMs, atCursor, marked],
  );
  return <Line spans={spans} />;
});
