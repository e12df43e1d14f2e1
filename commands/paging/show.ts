import type { PagingStep } from '@district/contract/types.ts';
import type { Operation } from '../../src/command/operation.ts';
import { STEP_COLUMNS } from '../../src/command/paging-lines.ts';

export const show: Operation<{ items: PagingStep[] }> = {
  id: 'paging.show',
  summary: { zh: '逾期逐级叫谁', en: 'the ladder: after how long over what, who is paged' },
  effect: 'read',
  examples: ['district paging show'],
  async *run(_input, context) {
    yield { status: 'done', value: await (await context.client()).listPagingSteps(context.signal) };
  },
  print: { columns: STEP_COLUMNS, rows: ({ items }) => items },
};
