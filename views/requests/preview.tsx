import type { RequestSummary } from '@district/contract/types.ts';
import { useLanguage } from '../../src/console/context.ts';
import { useAsOf, useRequest } from '../../src/console/use-data.ts';
import { detailLines } from '../detail/detail-lines.ts';
import { plainLine } from '../parts/line.tsx';
import { PANE_BAR_COLUMNS, SidePane } from '../parts/side-pane.tsx';
import { useRested } from '../parts/use-rested.ts';

interface Props {
  request: RequestSummary | undefined;
  columns: number;
  rows: number;
}

/** The request under the cursor beside the list. */
export function Preview({ request, columns, rows }: Props) {
  const language = useLanguage();
  const rested = useRested(request?.no ?? null);
  const { data, dataUpdatedAt } = useRequest(rested);
  const asOfMs = useAsOf(dataUpdatedAt);
  const width = columns - PANE_BAR_COLUMNS;
  const lines =
    data && data.no === request?.no ? detailLines(data, { columns: width, language, asOfMs }) : [];
  const shown = lines.length > 0 ? lines : [plainLine(request?.no ?? '', 'dim')];
  return <SidePane lines={shown} columns={columns} rows={rows} />;
}
