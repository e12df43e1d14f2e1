import type { Approval, Page } from '@district/contract/types.ts';
import {
  APPROVAL_KINDS,
  APPROVAL_STATES,
  type ApprovalKind,
  type ApprovalState,
} from '@district/contract/vocabulary.ts';
import { text } from '../../src/command/input.ts';
import type { Column, Operation } from '../../src/command/operation.ts';
import { collectPages, PAGE_OPTIONS } from '../../src/command/paging.ts';
import { dueText } from '../../src/i18n/time.ts';
import { approvalKindText, approvalStateText, limitText } from '../../src/i18n/words.ts';

const COLUMNS: readonly Column<Approval>[] = [
  { header: { zh: '编号', en: 'ID' }, cell: ({ id }) => id, whole: true },
  { header: { zh: '类别', en: 'KIND' }, cell: ({ kind }, language) => approvalKindText(kind, language) },
  { header: { zh: '批复期限', en: 'DECIDE BY' }, cell: ({ decideBy }) => dueText(decideBy), whole: true },
  { header: { zh: '单号', en: 'NO' }, cell: ({ request }) => request.no, whole: true },
  { header: { zh: '诉求', en: 'TITLE' }, cell: ({ request }) => request.title, priority: 1 },
  {
    header: { zh: '申请', en: 'APPLICANT' },
    cell: ({ applicant }) => applicant.unit?.name ?? applicant.name,
    priority: 2,
  },
  {
    header: { zh: '状态', en: 'STATE' },
    cell: ({ state }, language) => approvalStateText(state, language),
    priority: 4,
  },
  {
    header: { zh: '要求', en: 'ASKED' },
    cell: ({ limit, until }, language) =>
      limit ? `+${limitText(limit.limit, limit.unit, language)}` : (until ?? '-'),
    priority: 3,
  },
  { header: { zh: '理由', en: 'REASON' }, cell: ({ reason }) => reason, priority: 3 },
];

export const list: Operation<Page<Approval>> = {
  id: 'approvals.list',
  summary: { zh: '列出待批事项,最早的在前', en: 'list what waits for approval, earliest first' },
  effect: 'read',
  options: [
    { name: 'kind', value: 'KIND', choices: APPROVAL_KINDS, summary: { zh: '类别', en: 'kind' } },
    {
      name: 'state',
      value: 'STATE',
      choices: ['open', ...APPROVAL_STATES],
      summary: { zh: '状态,默认未决', en: 'state, open unless told' },
    },
    ...PAGE_OPTIONS,
  ],
  examples: ['district approvals list --kind extend', 'district approvals list --json id,kind,request.no'],
  async *run(input, context) {
    const kind = text(input, 'kind') as ApprovalKind | undefined;
    const state = text(input, 'state') as 'open' | ApprovalState | undefined;
    const client = await context.client();
    const filter = { ...(kind && { kind }), ...(state && { state }) };
    yield {
      status: 'done',
      value: await collectPages(input, context, (page) =>
        client.listApprovals({ ...filter, ...page }, context.signal),
      ),
    };
  },
  print: { columns: COLUMNS, rows: (page) => page.items },
};
