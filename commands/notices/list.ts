import type { NoticeSummary, Page } from '@district/contract/types.ts';
import { NOTICE_STATES, type NoticeState } from '@district/contract/vocabulary.ts';
import { text } from '../../src/command/input.ts';
import { titleText } from '../../src/command/notice/notice-lines.ts';
import type { Column, Operation } from '../../src/command/operation.ts';
import { collectPages, PAGE_OPTIONS } from '../../src/command/paging.ts';
import { noticeStateText } from '../../src/i18n/notice-words.ts';
import { timeText } from '../../src/i18n/time.ts';

const COLUMNS: readonly Column<NoticeSummary>[] = [
  { header: { zh: '编号', en: 'NO' }, cell: ({ no }) => no, whole: true },
  { header: { zh: '状态', en: 'STATE' }, cell: ({ state }, language) => noticeStateText(state, language) },
  { header: { zh: '标题', en: 'TITLE' }, cell: titleText },
  {
    header: { zh: '范围', en: 'AUDIENCE' },
    cell: ({ audience }) => audience.map(({ name }) => name).join(' '),
    priority: 1,
  },
  {
    header: { zh: '人', en: 'PERSONS' },
    cell: ({ counts }) => String(counts.persons),
    align: 'right',
    priority: 3,
  },
  { header: { zh: '送达', en: 'DELIVERED' }, cell: ({ counts }) => String(counts.delivered), align: 'right' },
  { header: { zh: '失败', en: 'FAILED' }, cell: ({ counts }) => String(counts.failed), align: 'right' },
  { header: { zh: '起草', en: 'AUTHOR' }, cell: ({ author }) => author, priority: 4 },
  {
    header: { zh: '时间', en: 'WRITTEN' },
    cell: ({ createdAt }) => timeText(createdAt),
    whole: true,
    priority: 2,
  },
];

export const list: Operation<Page<NoticeSummary>> = {
  id: 'notices.list',
  summary: { zh: '列出通知,新的在前', en: 'list notices, newest first' },
  effect: 'read',
  options: [
    { name: 'state', value: 'STATE', choices: NOTICE_STATES, summary: { zh: '状态', en: 'state' } },
    ...PAGE_OPTIONS,
  ],
  examples: [
    'district notices list --state pending_approval',
    'district notices list --json no,state,counts',
  ],
  async *run(input, context) {
    const state = text(input, 'state') as NoticeState | undefined;
    const client = await context.client();
    yield {
      status: 'done',
      value: await collectPages(input, context, (page) =>
        client.listNotices({ ...(state && { state }), ...page }, context.signal),
      ),
    };
  },
  print: { columns: COLUMNS, rows: (page) => page.items },
};
