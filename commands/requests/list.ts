import type { Page, RequestSort, RequestSummary } from '@district/contract/types.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { collectPages, PAGE_OPTIONS } from '../../src/command/paging.ts';
import { REQUEST_COLUMNS } from '../../src/command/request-columns.ts';

const SORTS = ['due', 'newest', 'oldest'] as const satisfies readonly RequestSort[];

export const list: Operation<Page<RequestSummary>> = {
  id: 'requests.list',
  summary: { zh: '列出办件', en: 'list requests' },
  effect: 'read',
  options: [
    { name: 'q', value: 'FILTER', summary: { zh: '筛选,与控制台相同', en: 'filter, as in the console' } },
    {
      name: 'sort',
      value: 'ORDER',
      choices: SORTS,
      summary: { zh: '次序,默认按期限', en: 'order, by deadline unless told' },
    },
    ...PAGE_OPTIONS,
  ],
  examples: [
    `district requests list --q 'is:overdue to:agency:urban_management'`,
    'district requests list --q is:due-today --all --json no,title,promisedDueAt',
  ],
  async *run(input, context) {
    const q = text(input, 'q');
    const sort = text(input, 'sort') as RequestSort | undefined;
    const client = await context.client();
    const filter = { ...(q !== undefined && { q }), ...(sort !== undefined && { sort }) };
    yield {
      status: 'done',
      value: await collectPages(input, context, (page) =>
        client.listRequests({ ...filter, ...page }, context.signal),
      ),
    };
  },
  print: { columns: REQUEST_COLUMNS, rows: (page) => page.items },
};
