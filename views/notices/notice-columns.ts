import type { NoticeSummary } from '@district/contract/types.ts';
import { titleText } from '../../src/command/notice/notice-lines.ts';
import type { ColumnId } from '../../src/console/list/use-columns.ts';
import { columnMessages } from '../../src/i18n/messages/console-columns.ts';
import { noticesMessages } from '../../src/i18n/messages/console-notices.ts';
import { noticeStateText } from '../../src/i18n/notice-words.ts';
import { timeText } from '../../src/i18n/time.ts';
import { translate } from '../../src/i18n/translate.ts';
import { progressBar } from '../../src/output/plot.ts';
import type { ColumnViews } from '../parts/columns.ts';

/** A notice in a list, column by column. */
export const NOTICE_VIEWS: ColumnViews<NoticeSummary, ColumnId<'notices'>> = {
  no: {
    heading: (language) => translate(noticesMessages, language, 'number'),
    cells: 16,
    cell: ({ no }) => no,
  },
  state: {
    heading: (language) => translate(noticesMessages, language, 'state'),
    cells: { zh: 8, en: 13 },
    cell: ({ state }, { language }) => noticeStateText(state, language),
  },
  title: {
    heading: (language) => translate(noticesMessages, language, 'title'),
    cells: 6,
    share: 1,
    cell: titleCell,
  },
  audience: {
    heading: (language) => translate(noticesMessages, language, 'audience'),
    cells: 8,
    cell: ({ audience }) => audience.map(({ name }) => name).join(' '),
  },
  bar: {
    heading: () => '',
    cells: 8,
    spare: 6,
    cell: ({ counts }, { cells }) =>
      counts.total > 0 ? progressBar(counts.delivered + counts.failed, counts.total, cells) : '',
  },
  figure: {
    heading: (language) => translate(noticesMessages, language, 'progress'),
    // `150000/150000`.
    cells: 13,
    align: 'right',
    cell: ({ counts }, { language }) =>
      counts.total > 0
        ? `${counts.delivered}/${counts.total}`
        : translate(noticesMessages, language, 'persons', { n: counts.persons }),
  },
  created: {
    heading: (language) => translate(columnMessages, language, 'created'),
    cells: 11,
    cell: ({ createdAt }) => timeText(createdAt).slice(5),
  },
};

function titleCell(notice: NoticeSummary, { language }: { language: 'zh' | 'en' }): string {
  return titleText(notice, language);
}
