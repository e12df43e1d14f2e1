import { useRef } from 'react';
import { useConsole, useLanguage, useText } from '../../src/console/context.ts';
import { useApprovals } from '../../src/console/use-data.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { Line } from '../parts/line.tsx';
import { Message } from '../parts/message.tsx';
import { WindowedList } from '../parts/windowed-list.tsx';
import { approvalHeading, approvalSpans } from './approval-row.ts';

/** What waits to be granted or refused, earliest first. */
export function Approvals({ columns, rows }: { columns: number; rows: number }) {
  const text = useText(consoleMessages);
  const language = useLanguage();
  const wanted = useConsole((state) => state.approvals.cursor);
  const { data, isError } = useApprovals();
  const top = useRef(0);
  const items = data?.items ?? [];
  if (items.length === 0) {
    const why = data ? text('nothingToApprove') : text(isError ? 'notLoaded' : 'loading');
    return <Message text={why} rows={rows} />;
  }
  const cursor = Math.min(wanted, items.length - 1);
  return (
    <WindowedList
      heading={approvalHeading(columns, language)}
      items={items}
      cursor={cursor}
      rows={rows}
      columns={columns}
      top={top}
      keyOf={(approval) => approval.id}
      row={(approval, atCursor) => <Line spans={approvalSpans(approval, { columns, language, atCursor })} />}
    />
  );
}
