import { useRef } from 'react';
import { useConsole, useLanguage, useText } from '../../src/console/context.ts';
import { cursorIndex } from '../../src/console/rows.ts';
import { useAccounts } from '../../src/console/use-data.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { operatorsMessages } from '../../src/i18n/messages/console-operators.ts';
import { Line } from '../parts/line.tsx';
import { Message } from '../parts/message.tsx';
import { WindowedList } from '../parts/windowed-list.tsx';
import { Operator } from './operator.tsx';
import { operatorHeading, operatorSpans } from './operator-row.ts';

/** Accounts of one's area by region; or the one that is open. */
export function Operators({ columns, rows }: { columns: number; rows: number }) {
  const text = useText(consoleMessages);
  const own = useText(operatorsMessages);
  const language = useLanguage();
  const place = useConsole((state) => state.operators);
  const { data, isError } = useAccounts();
  const top = useRef(0);
  if (place.open !== null) return <Operator no={place.open} columns={columns} rows={rows} />;
  const items = data ?? [];
  if (items.length === 0)
    return <Message text={data ? own('none') : text(isError ? 'notLoaded' : 'loading')} rows={rows} />;
  return (
    <WindowedList
      heading={operatorHeading(columns, language)}
      items={items}
      cursor={cursorIndex(items, place)}
      rows={rows}
      columns={columns}
      top={top}
      keyOf={(account) => account.id}
      row={(account, atCursor) => <Line spans={operatorSpans(account, { columns, language, atCursor })} />}
    />
  );
}
