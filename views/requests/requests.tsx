import { Box } from 'ink';
import { useEffect } from 'react';
import { useConsole, useText } from '../../src/console/context.ts';
import { PREVIEW_COLUMNS_MIN } from '../../src/console/frame.ts';
import { cursorIndex, rowsOf } from '../../src/console/rows.ts';
import { DEFAULT_FILTER } from '../../src/console/screen.ts';
import { useAsOf, useRequests } from '../../src/console/use-data.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { Message } from '../parts/message.tsx';
import { FilterAdvice, FilterLine } from './filter-line.tsx';
import { Preview } from './preview.tsx';
import { RequestList } from './request-list.tsx';

/** Rows below the cursor at which the next page is asked for: a page key away, so that it is there when reached. */
const AHEAD_ROWS = 40;
/** Of the width, when the detail stands beside the list. */
const LIST_SHARE = 0.6;

export function Requests({ columns, rows, top }: { columns: number; rows: number; top: number }) {
  const text = useText(consoleMessages);
  const place = useConsole((state) => state.requests);
  const { data, isError, hasNextPage, isFetchingNextPage, fetchNextPage, dataUpdatedAt } = useRequests();
  const asOfMs = useAsOf(dataUpdatedAt);
  const requests = rowsOf(data);
  const cursor = cursorIndex(requests, place);
  const wantsMore = hasNextPage && !isFetchingNextPage && cursor >= requests.length - AHEAD_ROWS;
  useEffect(() => {
    if (wantsMore) void fetchNextPage();
  }, [wantsMore, fetchNextPage]);

  const withPreview = place.isPreviewed && columns >= PREVIEW_COLUMNS_MIN;
  const listColumns = withPreview ? Math.floor(columns * LIST_SHARE) : columns;
  const height = rows - 1 - (place.editing ? 1 : 0);
  const count = data ? text(hasNextPage ? 'countedMore' : 'counted', { n: requests.length }) : '';
  const nothing = place.filter === DEFAULT_FILTER ? text('nothing') : text('nothingFiltered');
  return (
    <Box flexDirection="column" height={rows}>
      <FilterLine columns={columns} top={top} count={count} />
      <FilterAdvice columns={columns} />
      {requests.length === 0 ? (
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
          {withPreview && (
            <Preview request={requests[cursor]} columns={columns - listColumns} rows={height} />
          )}
        </Box>
      )}
    </Box>
  );
}
