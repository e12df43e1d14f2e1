import type { Page, Session } from '@district/contract/types.ts';
import { OPERATOR_OPTION, whose } from '../../src/command/account/whose.ts';
import type { Column, Operation } from '../../src/command/operation.ts';
import { collectPages, PAGE_OPTIONS } from '../../src/command/paging.ts';
import { timeText } from '../../src/i18n/time.ts';

const COLUMNS: readonly Column<Session>[] = [
  { header: { zh: '本次', en: 'THIS ONE' }, cell: ({ current }) => (current ? '*' : '') },
  { header: { zh: '标识', en: 'ID' }, cell: ({ id }) => id, whole: true },
  { header: { zh: '登录于', en: 'SINCE' }, cell: ({ createdAt }) => timeText(createdAt), whole: true },
  {
    header: { zh: '最迟到', en: 'UNTIL' },
    cell: ({ expiresAt }) => timeText(expiresAt),
    whole: true,
    priority: 2,
  },
  {
    header: { zh: '上次使用', en: 'LAST USED' },
    cell: ({ usedAt }) => timeText(usedAt),
    whole: true,
    priority: 1,
  },
  { header: { zh: '来自', en: 'FROM' }, cell: ({ address }) => address ?? '', priority: 3 },
  { header: { zh: '程序', en: 'PROGRAM' }, cell: ({ agent }) => agent ?? '', priority: 4 },
];

export const list: Operation<Page<Session>> = {
  id: 'sessions.list',
  summary: {
    zh: '列出登录会话:何时、从哪里、到何时',
    en: 'list sessions: since when, from where, until when',
  },
  effect: 'read',
  options: [OPERATOR_OPTION, ...PAGE_OPTIONS],
  examples: ['district sessions list', 'district sessions list --json id,current,address'],
  async *run(input, context) {
    const client = await context.client();
    yield {
      status: 'done',
      value: await collectPages(input, context, (page) =>
        client.listSessions({ ...whose(input), ...page }, context.signal),
      ),
    };
  },
  print: { columns: COLUMNS, rows: (page) => page.items },
};
