import type { NoticeDetail } from '@district/contract/types.ts';
import { useEffect, useMemo } from 'react';
import { noticeLines, progressLine } from '../../src/command/notice/notice-lines.ts';
import { useConsole, useDesk, useLanguage, useText } from '../../src/console/context.ts';
import { noticeActionKey } from '../../src/console/operations.ts';
import { useNotice } from '../../src/console/use-data.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { noticesMessages } from '../../src/i18n/messages/console-notices.ts';
import { noticeActionText } from '../../src/i18n/notice-words.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { wrapItems, wrapLines } from '../../src/terminal/width.ts';
import { plainLine, type Span } from '../parts/line.tsx';
import { Lines } from '../parts/lines.tsx';
import { Message } from '../parts/message.tsx';

/** One notice whole: how far it is, what can be done, its text, what happened. */
export function Notice({ no, columns, rows }: { no: string; columns: number; rows: number }) {
  const { store } = useDesk();
  const text = useText(consoleMessages);
  const language = useLanguage();
  const scroll = useConsole((state) => state.notices.scroll);
  const { data, isError } = useNotice(no);
  const lines = useMemo(() => (data ? linesOf(data, columns, language) : []), [data, columns, language]);
  const scrollMax = Math.max(0, lines.length - rows);
  useEffect(() => {
    store.setState(({ notices }) =>
      notices.scrollMax === scrollMax ? {} : { notices: { ...notices, scrollMax } },
    );
  }, [store, scrollMax]);
  if (!data) return <Message text={text(isError ? 'notLoaded' : 'loading')} rows={rows} />;
  return <Lines lines={lines.slice(Math.min(scroll, scrollMax))} rows={rows} />;
}

function linesOf(notice: NoticeDetail, columns: number, language: Language): Span[][] {
  const [title = '', ...rest] = noticeLines(notice, language);
  const actions = notice.actions.map(
    (action) => `${noticeActionKey(action)} ${noticeActionText(action, language)}`,
  );
  const open = `${translate(noticesMessages, language, 'actions')}  `;
  return [
    ...wrapLines(title, columns).map((line) => plainLine(line, 'strong')),
    ...(notice.counts.total > 0 ? [plainLine(progressLine(notice, language), 'strong')] : []),
    ...(actions.length > 0
      ? wrapItems([open + actions.join('   ')], columns).map((line) => plainLine(line))
      : []),
    ...rest.flatMap((line) => wrapLines(line, columns).map((wrapped) => plainLine(wrapped))),
  ];
}
