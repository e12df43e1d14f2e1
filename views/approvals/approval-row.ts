import type { Approval } from '@district/contract/types.ts';
import { approvalsMessages } from '../../src/i18n/messages/console-approvals.ts';
import { dueText } from '../../src/i18n/time.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { approvalKindText } from '../../src/i18n/words.ts';
import { fit, widthOf } from '../../src/terminal/width.ts';
import { cursorMark, type Span } from '../parts/line.tsx';

const DECIDE_BY_COLUMNS = 11;
const KIND_COLUMNS = { zh: 8, en: 11 } as const;
const NUMBER_COLUMNS = 14;
const APPLICANT_COLUMNS = 14;
/** Of what is left, for the title; the rest is the reason. */
const TITLE_SHARE = 0.45;

type Cells = readonly [
  decideBy: string,
  kind: string,
  number: string,
  applicant: string,
  title: string,
  reason: string,
];

function joined(
  [decideBy, kind, number, applicant, title, reason]: Cells,
  columns: number,
  language: Language,
) {
  const fixed = [
    fit(decideBy, DECIDE_BY_COLUMNS),
    fit(kind, KIND_COLUMNS[language]),
    fit(number, NUMBER_COLUMNS),
    fit(applicant, APPLICANT_COLUMNS),
  ].join(' ');
  const room = Math.max(0, columns - widthOf(fixed) - 4);
  const titleColumns = Math.floor(room * TITLE_SHARE);
  return `${fixed} ${fit(title, titleColumns)} ${fit(reason, room - titleColumns)}`;
}

export function approvalSpans(
  approval: Approval,
  look: { columns: number; language: Language; atCursor: boolean },
): Span[] {
  const { columns, language, atCursor } = look;
  const { applicant, request } = approval;
  const note = approval.arbitration
    ? translate(approvalsMessages, language, 'arbitration')
    : approval.state === 'escalated'
      ? translate(approvalsMessages, language, 'escalated')
      : '';
  const cells = [
    dueText(approval.decideBy).slice(5),
    approvalKindText(approval.kind, language),
    request.no,
    applicant.unit?.name ?? applicant.name,
    request.title,
    note === '' ? approval.reason : `[${note}] ${approval.reason}`,
  ] as const;
  return [cursorMark(atCursor), { text: ` ${joined(cells, columns, language)}` }];
}

export function approvalHeading(columns: number, language: Language): Span[] {
  const word = (key: keyof typeof approvalsMessages.zh) => translate(approvalsMessages, language, key);
  const cells = [
    word('decideBy'),
    word('kind'),
    word('number'),
    word('applicant'),
    word('title'),
    word('reason'),
  ] as const;
  return [{ text: `  ${joined(cells, columns, language)}`, tone: 'dim' }];
}
