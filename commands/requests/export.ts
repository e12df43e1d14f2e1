import { UNMASKED_EXPORT_MAX } from '@district/contract/limits.ts';
import type { ExportedRequest, Page } from '@district/contract/types.ts';
import { isOn, text } from '../../src/command/input.ts';
import type { Column, Input, Operation } from '../../src/command/operation.ts';
import { collectPages, PAGE_OPTIONS } from '../../src/command/paging.ts';
import { PURPOSE_OPTION } from '../../src/command/reason-options.ts';
import { usageFailure } from '../../src/command/usage-failure.ts';
import { timeText } from '../../src/i18n/time.ts';
import { stateText } from '../../src/i18n/words.ts';

const COLUMNS: readonly Column<ExportedRequest>[] = [
  { header: { zh: '单号', en: 'NO' }, cell: ({ no }) => no, whole: true },
  { header: { zh: '登记', en: 'SUBMITTED' }, cell: ({ submittedAt }) => timeText(submittedAt), priority: 2 },
  { header: { zh: '诉求', en: 'TITLE' }, cell: ({ title }) => title },
  {
    header: { zh: '状态', en: 'STATE' },
    cell: ({ state }, language) => stateText(state, language),
    priority: 3,
  },
  { header: { zh: '地点', en: 'REGION' }, cell: ({ region }) => region.name, priority: 1 },
  { header: { zh: '姓名', en: 'NAME' }, cell: ({ applicant }) => applicant?.name ?? '-' },
  { header: { zh: '电话', en: 'PHONE' }, cell: ({ applicant }) => applicant?.phone ?? '-' },
  {
    header: { zh: '证件号码', en: 'IDENTITY' },
    cell: ({ applicant }) => applicant?.identity?.number ?? '-',
  },
  { header: { zh: '地址', en: 'ADDRESS' }, cell: ({ address }) => address ?? '-' },
];

export const exportRequests: Operation<Page<ExportedRequest>> = {
  id: 'requests.export',
  summary: {
    zh: '导出办件和诉求人,一律遮盖;有权限并写明事由、案号的可不遮盖',
    en: 'requests with their applicants, masked unless a purpose and a case are given',
  },
  effect: 'read',
  options: [
    {
      name: 'q',
      value: 'FILTER',
      completes: 'filter',
      summary: { zh: '筛选,与控制台相同', en: 'filter, as in the console' },
    },
    ...PAGE_OPTIONS,
    {
      name: 'unmasked',
      summary: {
        zh: `不遮盖,最多 ${UNMASKED_EXPORT_MAX} 件,留有记录`,
        en: `in the clear, ${UNMASKED_EXPORT_MAX} requests at most; it is logged`,
      },
    },
    PURPOSE_OPTION,
    { name: 'case', value: 'CASE', summary: { zh: '案号', en: 'the case it is for' } },
  ],
  discloses: (input) => isOn(input, 'unmasked'),
  examples: [
    `district requests export --q 'is:vulnerable is:open' --all --csv --bom > 弱势.csv`,
    `district requests export --q is:due-today --unmasked --purpose 逐件回访 --case XF-2026-118 --json`,
  ],
  async *run(input, context) {
    const q = text(input, 'q');
    const filter = q === undefined ? {} : { q };
    const reason = reasonOf(input);
    const client = await context.client();
    const value = reason
      ? await client.exportRequests({ ...filter, unmasked: reason }, context.signal)
      : await collectPages(input, context, (page) =>
          client.exportRequests({ ...filter, ...page }, context.signal),
        );
    yield { status: 'done', value };
  },
  print: { columns: COLUMNS, rows: ({ items }) => items },
};

/** Undefined for a masked export. */
function reasonOf(input: Input): { purpose: string; case: string } | undefined {
  const purpose = text(input, 'purpose')?.trim() ?? '';
  const caseNo = text(input, 'case')?.trim() ?? '';
  if (!isOn(input, 'unmasked')) {
    if (purpose === '' && caseNo === '') return undefined;
    throw usageFailure({
      en: '--purpose and --case go with --unmasked.',
      zh: '--purpose 和 --case 与 --unmasked 一起用。',
    });
  }
  if (purpose !== '' && caseNo !== '') return { purpose, case: caseNo };
  throw usageFailure(
    {
      en: 'Nothing is exported in the clear without a purpose and a case.',
      zh: '没有事由和案号,不予不遮盖导出。',
    },
    {
      en: 'Add --purpose TEXT --case CASE, or leave out --unmasked.',
      zh: '加上 --purpose 和 --case,或去掉 --unmasked。',
    },
  );
}
