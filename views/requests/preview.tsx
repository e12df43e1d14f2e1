import type { RequestSummary } from '@district/contract/types.ts';
import { Box } from 'ink';
import { useLanguage } from '../../src/console/context.ts';
import { useAsOf, useRequest } from '../../src/console/use-data.ts';
import { detailLines } from '../detail/detail-lines.ts';
import { plainLine } from '../parts/line.tsx';
import { Lines } from '../parts/lines.tsx';
import { useRested } from '../parts/use-rested.ts';

/** Held down, j passes 30 rows a second; the detail is asked for where it stops. */
const REST_MS = 150;

interface Props {
  request: RequestSummary | undefined;
  columns: number;
  rows: number;
}

/** The request under the cursor beside the list. */
export function Preview({ request, columns, rows }: Props) {
  const language = useLanguage();
  const rested = useRested(request?.no ?? null, REST_MS);
  const { data, dataUpdatedAt } = useRequest(rested);
  const asOfMs = useAsOf(dataUpdatedAt);
  const width = columns - 2;
  const lines =
    data && data.no === request?.no ? detailLines(data, { columns: width, language, asOfMs }) : [];
  const shown = lines.length > 0 ? lines : [plainLine(request?.no ?? '', 'dim')];
  const bars = Array.from({ length: rows }, () => plainLine('| ', 'dim'));
  return (
    <Box width={columns} height={rows}>
      <Box width={2} flexShrink={0}>
        <Lines lines={bars} rows={rows} />
      </Box>
      <Box width={width} flexShrink={0}>
        <Lines lines={shown} rows={rows} />
      </Box>
    </Box>
  );
}
