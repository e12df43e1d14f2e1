import { useConsole, useText } from '../../src/console/context.ts';
import { useList } from '../../src/console/list/use-list.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { operatorsMessages } from '../../src/i18n/messages/console-operators.ts';
import { ListTable } from '../parts/list-table.tsx';
import { Message } from '../parts/message.tsx';
import { Operator } from './operator.tsx';
import { OPERATOR_VIEWS } from './operator-columns.ts';

/** Accounts of one's area by region; or the one that is open. */
export function Operators({ columns, rows }: { columns: number; rows: number }) {
  const text = useText(consoleMessages);
  const own = useText(operatorsMessages);
  const open = useConsole((state) => state.operators.open);
  const { rows: items, cursor, position, isLoaded, isError } = useList('operators');
  if (open !== null) return <Operator no={open} columns={columns} rows={rows} />;
  if (items.length === 0)
    return <Message text={isLoaded ? own('none') : text(isError ? 'notLoaded' : 'loading')} rows={rows} />;
  return (
    <ListTable
      list="operators"
      views={OPERATOR_VIEWS}
      items={items}
      cursor={cursor}
      rows={rows}
      columns={columns}
      position={position}
      toneOf={({ disabledAt }) => (disabledAt === null ? 'plain' : 'dim')}
    />
  );
}
