import { Box } from 'ink';
import { useRef } from 'react';
import { useConsole, useLanguage, useText } from '../../src/console/context.ts';
import { cursorIndex } from '../../src/console/rows.ts';
import { useNotices } from '../../src/console/use-data.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { noticesMessages } from '../../src/i18n/messages/console-notices.ts';
import { Line } from '../parts/line.tsx';
import { Message } from '../parts/message.tsx';
import { windowTop } from '../requests/window-top.ts';
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
  const visible = Math.max(1, rows - 1);
  top.current = windowTop(top.current, cursor, visible, items.length);
  return (
    <Box flexDirection="column" height={rows} overflow="hidden">
      <Line spans={noticeHeading(columns, language)} />
      {items.slice(top.current, top.current + visible).map((notice, at) => (
        <Line
          key={notice.no}
          spans={noticeSpans(notice, { columns, language, atCursor: top.current + at === cursor })}
        />
      ))}
    </Box>
  );
}
