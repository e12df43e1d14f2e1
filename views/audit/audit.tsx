import { Box } from 'ink';
import { useMemo } from 'react';
import { useConsole, useLanguage, useText } from '../../src/console/context.ts';
import { PREVIEW_COLUMNS_MIN } from '../../src/console/frame.ts';
import { useList } from '../../src/console/list/use-list.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { auditMessages } from '../../src/i18n/messages/console-audit.ts';
import { spread } from '../../src/terminal/width.ts';
import { Line, plainLine } from '../parts/line.tsx';
import { ListTable } from '../parts/list-table.tsx';
import { Message } from '../parts/message.tsx';
import { ScrolledLines } from '../parts/scrolled-lines.tsx';
import { PANE_BAR_COLUMNS, SidePane } from '../parts/side-pane.tsx';
import { AUDIT_VIEWS } from './audit-columns.ts';
import { entryLines } from './entry-lines.ts';

/** Of the width, when the entry stands beside the list. */
const LIST_SHARE = 0.62;

/** Who did what, newest first, with the entry at the cursor beside it where there is room; or the one that is open. */
export function Audit({ columns, rows }: { columns: number; rows: number }) {
  const own = useText(auditMessages);
  const text = useText(consoleMessages);
  const language = useLanguage();
  const place = useConsole((state) => state.audit);
  const { rows: items, cursor, position, isLoaded, isError } = useList('audit');
  if (place.open !== null) return <Entry columns={columns} rows={rows} />;
  const withEntry = columns >= PREVIEW_COLUMNS_MIN;
  const listColumns = withEntry ? Math.floor(columns * LIST_SHARE) : columns;
  const filter = place.line === '' ? own('all') : place.line.replace(/^district audit list /, '');
  const nothing = own(place.line === '' ? 'none' : 'noneFiltered');
  const entry = items[cursor];
  return (
    <Box flexDirection="column" height={rows}>
      <Line spans={plainLine(spread(`${text('filter')}${filter}`, position, columns))} />
      {items.length === 0 ? (
        <Message text={isLoaded ? nothing : text(isError ? 'notLoaded' : 'loading')} rows={rows - 1} />
      ) : (
        <Box height={rows - 1}>
          <ListTable
            list="audit"
            views={AUDIT_VIEWS}
            items={items}
            cursor={cursor}
            rows={rows - 1}
            columns={listColumns}
            toneOf={({ outcome }) => (outcome === 'refused' ? 'yellow' : 'plain')}
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
