import type { ListedApproval } from '../../src/console/list/lists.ts';
import type { ColumnId } from '../../src/console/list/use-columns.ts';
import { approvalsMessages } from '../../src/i18n/messages/console-approvals.ts';
import { columnMessages } from '../../src/i18n/messages/console-columns.ts';
import { dueText, timeText } from '../../src/i18n/time.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { approvalKindText, limitText } from '../../src/i18n/words.ts';
import type { ColumnViews } from '../parts/columns.ts';

const heading = (key: keyof typeof approvalsMessages.zh) => (language: Language) =>
  translate(approvalsMessages, language, key);

/** An approval in a list, column by column. */
export const APPROVAL_VIEWS: ColumnViews<ListedApproval, ColumnId<'approvals'>> = {
  'decide-by': {
    heading: heading('decideBy'),
    cells: 11,
    cell: ({ decideBy }) => dueText(decideBy).slice(5),
  },
  kind: {
    heading: heading('kind'),
    cells: { zh: 8, en: 11 },
    cell: ({ kind }, { language }) => approvalKindText(kind, language),
  },
  no: { heading: heading('number'), cells: 14, cell: ({ request }) => request.no },
  applicant: {
    heading: heading('applicant'),
    cells: 14,
    cell: ({ applicant }) => applicant.unit?.name ?? applicant.name,
  },
  title: { heading: heading('title'), cells: 6, share: 0.45, cell: ({ request }) => request.title },
  reason: { heading: heading('reason'), cells: 6, share: 0.55, cell: reasonCell },
  opened: {
    heading: (language) => translate(columnMessages, language, 'opened'),
    cells: 11,
    cell: ({ openedAt }) => timeText(openedAt).slice(5),
  },
};

/** What has to be known to decide stands before the reason: how much longer, until when, that it is not ours to grant or refuse. */
function reasonCell(
  { arbitration, state, limit, until, reason }: ListedApproval,
  { language }: { language: Language },
): string {
  const word = (key: 'arbitration' | 'escalated') => translate(approvalsMessages, language, key);
  const marks = [
    arbitration && word('arbitration'),
    limit && `+${limitText(limit.limit, limit.unit, language)}`,
    until && `-> ${until.slice(5)}`,
    !arbitration && state === 'escalated' && word('escalated'),
  ].filter(Boolean);
  return [...marks.map((mark) => `[${mark}]`), reason].join(' ');
}
