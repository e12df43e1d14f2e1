import { Box } from 'ink';
import { useConsole, useText } from '../../src/console/context.ts';
import { PREVIEW_COLUMNS_MIN } from '../../src/console/frame.ts';
import { cursorIndex, rowsOf } from '../../src/console/rows.ts';
import { DEFAULT_FILTER } from '../../src/console/screen.ts';
import { useAsOf, useRequests } from '../../src/console/use-data.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { Message } from '../parts/message.tsx';
import { useNextPage } from '../parts/use-next-page.ts';
import { FacetPane } from './facet-pane.tsx';
import { FilterAdvice, FilterLine } from './filter-line.tsx';
import { Preview } from './preview.tsx';
import { RequestList } from './request-list.tsx';

/** Of the width, when the detail stands beside the list. */
const LIST_SHARE = 0.6;

export function Requests({ columns, rows, top }: { columns: number; rows: number; top: number }) {
  const text = useText(consoleMessages);
  const place = useConsole((state) => state.requests);
  const query = useRequests();
  const { data, isError, hasNextPage, dataUpdatedAt } = query;
  const asOfMs = useAsOf(dataUpdatedAt);
  const requests = rowsOf(data);
  const cursor = cursorIndex(requests, place);
  useNextPage(query, cursor, requests.length);
  const isWide = columns >= PREVIEW_COLUMNS_MIN;
  const withFacets = place.facets !== null;
  const withPreview = place.isPreviewed && isWide && !withFacets;
  const listColumns = isWide && (withPreview || withFacets) ? Math.floor(columns * LIST_SHARE) : columns;
  const height = rows - 1 - (place.editing ? 1 : 0);
  const count = data ? text(hasNextPage ? 'countedMore' : 'counted', { n: requests.length }) : '';
  const nothing = place.filter === DEFAULT_FILTER ? text('nothing') : text('nothingFiltered');
  return (
    <Box flexDirection="column" height={rows}>
      <FilterLine columns={columns} top={top} count={count} />
      <FilterAdvice columns={columns} />
      {withFacets && !isWide ? (
        <FacetPane columns={columns} rows={height} />
      ) : requests.length === 0 ? (
        <Message text={data ? nothing : text(isError ? 'notLoaded' : 'loading')} rows={height} />
      ) : (
        <Box height={height}>
          <RequestList
            rows={requests}
            cursor={cursor}
            asOfMs={asOfMs}
            columns={listColumns}
            height={height}
          />
          {withFacets && <FacetPane columns={columns - listColumns} rows={height} />}
          {withPreview && (
            <Preview request={requests[cursor]} columns={columns - listColumns} rows={height} />
          )}
        </Box>
      )}
    </Box>
  );
}
