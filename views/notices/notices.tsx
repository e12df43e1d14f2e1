import { useConsole, useText } from '../../src/console/context.ts';
import { useList } from '../../src/console/list/use-list.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { noticesMessages } from '../../src/i18n/messages/console-notices.ts';
import { ListTable } from '../parts/list-table.tsx';
import { Message } from '../parts/message.tsx';
import { Notice } from './notice.tsx';
import { NOTICE_VIEWS } from './notice-columns.ts';

/** Notices, newest first, with how far each has got; or the one that is open. */
export function Notices({ columns, rows }: { columns: number; rows: number }) {
  const text = useText(consoleMessages);
  const own = useText(noticesMessages);
  const open = useConsole((state) => state.notices.open);
  const isSeeding = useConsole((state) => state.seeding !== null);
  const { rows: items, cursor, position, isLoaded, isError } = useList('notices');
  if (open !== null) return <Notice no={open} columns={columns} rows={rows} />;
  if (items.length === 0) {
    const why = isLoaded && !isSeeding ? own('none') : text(isError ? 'notLoaded' : 'loading');
    return <Message text={why} rows={rows} />;
  }
  return (
    <ListTable
      list="notices"
      views={NOTICE_VIEWS}
      items={items}
      cursor={cursor}
      rows={rows}
      columns={columns}
      position={position}
      toneOf={({ state }) => (state === 'partially_failed' ? 'red' : 'plain')}
    />
  );
}
