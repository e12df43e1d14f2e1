import { useRef } from 'react';
import { useConsole, useLanguage, useText } from '../../src/console/context.ts';
import { cursorIndex } from '../../src/console/rows.ts';
import { useNotices } from '../../src/console/use-data.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { noticesMessages } from '../../src/i18n/messages/console-notices.ts';
import { Line } from '../parts/line.tsx';
import { Message } from '../parts/message.tsx';
import { WindowedList } from '../parts/windowed-list.tsx';
import { Notice } from './notice.tsx';
import { noticeHeading, noticeSpans } from './notice-row.ts';

/** Notices, newest first, with how far each has got; or the one that is open. */
export function Notices({ columns, rows }: { columns: number; rows: number }) {
  const text = useText(consoleMessages);
  const own = useText(noticesMessages);
  const language = useLanguage();
  const place = useConsole((state) => state.notices);
  const isSeeding = useConsole((state) => state.seeding !== null);
  const { data, isError } = useNotices();
  const top = useRef(0);
  if (place.open !== null) return <Notice no={place.open} columns={columns} rows={rows} />;
  const items = data?.items ?? [];
  if (items.length === 0) {
    const why = data && !isSeeding ? own('none') : text(isError ? 'notLoaded' : 'loading');
    return <Message text={why} rows={rows} />;
  }
  const cursor = cursorIndex(items, place);
  return (
    <WindowedList
      heading={noticeHeading(columns, language)}
      items={items}
      cursor={cursor}
      rows={rows}
      columns={columns}
      top={top}
      keyOf={(notice) => notice.no}
      row={(notice, atCursor) => <Line spans={noticeSpans(notice, { columns, language, atCursor })} />}
    />
  );
}
