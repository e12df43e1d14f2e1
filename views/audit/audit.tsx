import { Box } from 'ink';
import { useMemo, useRef } from 'react';
import { useConsole, useLanguage, useText } from '../../src/console/context.ts';
import { PREVIEW_COLUMNS_MIN } from '../../src/console/frame.ts';
import { cursorIndex, rowsOf } from '../../src/console/rows.ts';
import { useAudit } from '../../src/console/use-data.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { auditMessages } from '../../src/i18n/messages/console-audit.ts';
import { spread } from '../../src/terminal/width.ts';
import { Line, plainLine } from '../parts/line.tsx';
import { Message } from '../parts/message.tsx';
import { ScrolledLines } from '../parts/scrolled-lines.tsx';
import { PANE_BAR_COLUMNS, SidePane } from '../parts/side-pane.tsx';
import { useNextPage } from '../parts/use-next-page.ts';
import { WindowedList } from '../parts/windowed-list.tsx';
import { entryHeading, entrySpans } from './audit-row.ts';
import { entryLines } from './entry-lines.ts';

/** Of the width, when the entry stands beside the list. */
const LIST_SHARE = 0.62;

/** Who did what, newest first, with the entry at the cursor beside it where there is room; or the one that is open. */
export function Audit({ columns, rows }: { columns: number; rows: number }) {
  const own = useText(auditMessages);
  const text = useText(consoleMessages);
  const language = useLanguage();
  const place = useConsole((state) => state.audit);
  const query = useAudit();
  const { data, isError, hasNextPage } = query;
  const top = useRef(0);
  const items = rowsOf(data);
  const cursor = cursorIndex(items, place);
  useNextPage(query, cursor, items.length);
  if (place.open !== null) return <Entry columns={columns} rows={rows} />;
  const withEntry = columns >= PREVIEW_COLUMNS_MIN;
  const listColumns = withEntry ? Math.floor(columns * LIST_SHARE) : columns;
  const filter = place.line === '' ? own('all') : place.line.replace(/^district audit list /, '');
  const count = data ? own(hasNextPage ? 'countedMore' : 'counted', { n: items.length }) : '';
  const nothing = own(place.line === '' ? 'none' : 'noneFiltered');
  const entry = items[cursor];
  return (
    <Box flexDirection="column" height={rows}>
      <Line spans={plainLine(spread(`${text('filter')}${filter}`, count, columns))} />
      {items.length === 0 ? (
        <Message text={data ? nothing : text(isError ? 'notLoaded' : 'loading')} rows={rows - 1} />
      ) : (
        <Box height={rows - 1}>
          <WindowedList
            heading={entryHeading(listColumns, language)}
            items={items}
            cursor={cursor}
            rows={rows - 1}
            columns={listColumns}
            top={top}
            keyOf={({ id }) => id}
            row={(one, atCursor) => (
              <Line spans={entrySpans(one, { columns: listColumns, language, atCursor })} />
            )}
          />
          {withEntry && entry && (
            <SidePane
              lines={entryLines(entry, columns - listColumns - PANE_BAR_COLUMNS, language)}
              columns={columns - listColumns}
              rows={rows - 1}
            />
          )}
        </Box>
      )}
    </Box>
  );
}

/** The open entry whole; it stays as it was opened, since an entry never changes. */
function Entry({ columns, rows }: { columns: number; rows: number }) {
  const language = useLanguage();
  const open = useConsole((state) => state.audit.open);
  const lines = useMemo(() => (open ? entryLines(open, columns, language) : []), [open, columns, language]);
  return <ScrolledLines screen="audit" lines={lines} rows={rows} />;
}
