import { useText } from '../../src/console/context.ts';
import { useList } from '../../src/console/list/use-list.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { ListTable } from '../parts/list-table.tsx';
import { Message } from '../parts/message.tsx';
import { APPROVAL_VIEWS } from './approval-columns.ts';

/** What waits to be granted or refused, earliest first. */
export function Approvals({ columns, rows }: { columns: number; rows: number }) {
  const text = useText(consoleMessages);
  const { rows: items, cursor, position, isLoaded, isError } = useList('approvals');
  if (items.length === 0) {
    const why = isLoaded ? text('nothingToApprove') : text(isError ? 'notLoaded' : 'loading');
    return <Message text={why} rows={rows} />;
  }
  return (
    <ListTable
      list="approvals"
      views={APPROVAL_VIEWS}
      items={items}
      cursor={cursor}
      rows={rows}
      columns={columns}
      position={position}
    />
  );
}
