import { Box } from 'ink';
import { useMemo } from 'react';
import { useConsole, useLanguage, useText } from '../../src/console/context.ts';
import { PREVIEW_COLUMNS_MIN } from '../../src/console/frame.ts';
import { marksElsewhere } from '../../src/console/list/marks.ts';
import { useList } from '../../src/console/list/use-list.ts';
import { DEFAULT_FILTER } from '../../src/console/screen.ts';
import { useAsOf } from '../../src/console/use-data.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { listMessages } from '../../src/i18n/messages/console-list.ts';
import { translate } from '../../src/i18n/translate.ts';
import { ListTable } from '../parts/list-table.tsx';
import { Message } from '../parts/message.tsx';
import { FacetPane } from './facet-pane.tsx';
import { FilterAdvice, FilterLine } from './filter-line.tsx';
import { Preview } from './preview.tsx';
import { REQUEST_VIEWS } from './request-columns.ts';

/** Of the width, when the detail stands beside the list. */
const LIST_SHARE = 0.6;

export function Requests({ columns, rows, top }: { columns: number; rows: number; top: number }) {
  const text = useText(consoleMessages);
  const language = useLanguage();
  const place = useConsole((state) => state.requests);
  const { rows: requests, cursor, position, isLoaded, isError, dataUpdatedAt } = useList('requests');
  const asOfMs = useAsOf(dataUpdatedAt);
  const { marks } = place;
  const elsewhere = useMemo(() => marksElsewhere(marks, requests), [marks, requests]);
  const isWide = columns >= PREVIEW_COLUMNS_MIN;
  const withFacets = place.facets !== null;
  const withPreview = place.isPreviewed && isWide && !withFacets;
  const listColumns = isWide && (withPreview || withFacets) ? Math.floor(columns * LIST_SHARE) : columns;
  const height = rows - 1 - (place.editing ? 1 : 0);
  const nothing = place.filter === DEFAULT_FILTER ? text('nothing') : text('nothingFiltered');
  const own = (key: keyof typeof listMessages.zh, values = {}) =>
    translate(listMessages, language, key, values);
  const where = [elsewhere > 0 ? own('elsewhere', { n: elsewhere }) : '', own(place.sort), position];
  return (
    <Box flexDirection="column" height={rows}>
      <FilterLine columns={columns} top={top} where={where.filter((part) => part !== '').join('  ')} />
      <FilterAdvice columns={columns} />
      {withFacets && !isWide ? (
        <FacetPane columns={columns} rows={height} />
      ) : requests.length === 0 ? (
        <Message text={isLoaded ? nothing : text(isError ? 'notLoaded' : 'loading')} rows={height} />
      ) : (
        <Box height={height}>
          <ListTable
            list="requests"
            views={REQUEST_VIEWS}
            items={requests}
            cursor={cursor}
            rows={height}
            columns={listColumns}
            marks={marks}
            asOfMs={asOfMs}
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
