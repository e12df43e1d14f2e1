import type { NoticeDetail } from '@district/contract/types.ts';
import { useMemo } from 'react';
import { noticeLines, progressLine } from '../../src/command/notice/notice-lines.ts';
import { useLanguage, useText } from '../../src/console/context.ts';
import { noticeActionKey } from '../../src/console/operations.ts';
import { useNotice } from '../../src/console/use-data.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { noticesMessages } from '../../src/i18n/messages/console-notices.ts';
import { noticeActionText } from '../../src/i18n/notice-words.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { wrapItems, wrapLines } from '../../src/terminal/width.ts';
import { plainLine, type Span } from '../parts/line.tsx';
import { Message } from '../parts/message.tsx';
import { ScrolledLines } from '../parts/scrolled-lines.tsx';

/** One notice whole: how far it is, what can be done, its text, what happened. */
export function Notice({ no, columns, rows }: { no: string; columns: number; rows: number }) {
  const text = useText(consoleMessages);
  const language = useLanguage();
  const { data, isError } = useNotice(no);
  const lines = useMemo(() => (data ? linesOf(data, columns, language) : []), [data, columns, language]);
  if (!data) return <Message text={text(isError ? 'notLoaded' : 'loading')} rows={rows} />;
  return <ScrolledLines screen="notices" lines={lines} rows={rows} />;
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
