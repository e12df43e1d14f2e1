import type { RequestSummary } from '@district/contract/types.ts';
import { useMemo, useRef } from 'react';
import { useDesk, useLanguage } from '../../src/console/context.ts';
import { useAsOf, usePreview } from '../../src/console/use-data.ts';
import { detailLines } from '../detail/detail-lines.ts';
import { plainLine, type Span } from '../parts/line.tsx';
import { PANE_BAR_COLUMNS, SidePane } from '../parts/side-pane.tsx';
import { useRested } from '../parts/use-rested.ts';

interface Props {
  request: RequestSummary | undefined;
  columns: number;
  rows: number;
}

/** The request the cursor rests on, beside the list. While it moves, and until the next is there, the one before stays. */
export function Preview({ request, columns, rows }: Props) {
  const language = useLanguage();
  const { keyChanges } = useDesk();
  const rested = useRested(request?.no ?? null);
  const { data, isError, dataUpdatedAt } = usePreview(rested);
  const asOfMs = useAsOf(dataUpdatedAt);
  const width = columns - PANE_BAR_COLUMNS;
  const fresh = useMemo(() => {
    if (data) return detailLines(data, { columns: width, language, asOfMs, keyChanges });
    return isError ? [plainLine(rested ?? '', 'dim')] : undefined;
  }, [data, isError, rested, width, language, asOfMs, keyChanges]);
  const shown = useRef<readonly (readonly Span[])[]>([]);
  shown.current = fresh ?? shown.current;
  return <SidePane lines={shown.current} columns={columns} rows={rows} />;
}
