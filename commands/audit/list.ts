import type { AuditEntry, Page } from '@district/contract/types.ts';
import { auditFilter, FILTER_OPTIONS } from '../../src/command/audit/audit-filter.ts';
import { ENTRY_COLUMNS } from '../../src/command/audit/entry-columns.ts';
import type { Operation } from '../../src/command/operation.ts';
import { collectPages, PAGE_OPTIONS } from '../../src/command/paging.ts';

export const list: Operation<Page<AuditEntry>> = {
  id: 'audit.list',
  summary: {
    zh: '谁在何时何地做了什么,最新的在前;仅审计员可看',
    en: 'who did what, when and from where, newest first; for auditors',
  },
  effect: 'read',
  options: [...FILTER_OPTIONS, ...PAGE_OPTIONS],
  examples: [
    'district audit list --outcome refused --from 2026-11-25',
    'district audit list --object GL261112-0042 --all',
    'district audit list --operator wanglei --action requests --csv at,action,object,address --all',
  ],
  async *run(input, context) {
    const filter = auditFilter(input);
    const client = await context.client();
    yield {
      status: 'done',
      value: await collectPages(input, context, (page) =>
        client.listAudit({ ...filter, ...page }, context.signal),
      ),
    };
  },
  print: { columns: ENTRY_COLUMNS, rows: (page) => page.items },
};
