import { outcomeText } from '../../src/command/audit/entry-columns.ts';
import type { ListedEntry } from '../../src/console/list/lists.ts';
import type { ColumnId } from '../../src/console/list/use-columns.ts';
import { auditActionText } from '../../src/i18n/audit-words.ts';
import { auditMessages } from '../../src/i18n/messages/console-audit.ts';
import { columnMessages } from '../../src/i18n/messages/console-columns.ts';
import { exactTimeText } from '../../src/i18n/time.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import type { ColumnViews } from '../parts/columns.ts';

const heading = (key: 'at' | 'who' | 'action' | 'object' | 'outcome' | 'from') => (language: Language) =>
  translate(auditMessages, language, key);

/** An entry of the audit in a list, column by column. */
export const AUDIT_VIEWS: ColumnViews<ListedEntry, ColumnId<'audit'>> = {
  // `11-25 09:02:31`: the year is in the detail.
  at: { heading: heading('at'), cells: 14, cell: ({ at }) => exactTimeText(at).slice(5) },
  who: { heading: heading('who'), cells: 8, cell: ({ operator }) => operator?.name ?? '-' },
  action: {
    heading: heading('action'),
    cells: { zh: 14, en: 18 },
    cell: ({ action }, { language }) => auditActionText(action, language),
  },
  // A request's number, whole.
  object: { heading: heading('object'), cells: 13, share: 1, cell: ({ object }) => object },
  outcome: {
    heading: heading('outcome'),
    cells: 0,
    share: 1,
    cell: (entry, { language }) => outcomeText(entry, language),
  },
  address: { heading: heading('from'), cells: 15, cell: ({ address }) => address ?? '-' },
  chain: {
    heading: (language) => translate(columnMessages, language, 'chain'),
    cells: 13,
    cell: ({ chain, seq }) => `${chain} ${seq ?? '-'}`,
  },
};
