import type { Page, RequestSort, RequestSummary } from '@district/contract/types.ts';
import { FILTER_OPTIONS, filterOf } from '../../src/command/filter-option.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { collectPages, PAGE_OPTIONS } from '../../src/command/paging.ts';
import { REQUEST_COLUMNS } from '../../src/command/request-columns.ts';
import { WATCH_OPTION } from '../../src/command/shared-options.ts';

const SORTS = ['due', 'newest', 'oldest'] as const satisfies readonly RequestSort[];

export const list: Operation<Page<RequestSummary>> = {
  id: 'requests.list',
  summary: { zh: '列出办件', en: 'list requests' },
  effect: 'read',
  options: [
    ...FILTER_OPTIONS,
    {
      name: 'sort',
      value: 'ORDER',
      choices: SORTS,
      summary: { zh: '次序,默认按期限', en: 'order, by deadline unless told' },
    },
    ...PAGE_OPTIONS,
    WATCH_OPTION,
    {
      name: 'check',
      summary: { zh: '有超期的就以 10 退出', en: 'exit with 10 when something is overdue' },
    },
  ],
  examples: [
    `district requests list --q 'is:overdue to:agency:urban_management'`,
    'district requests list --view overdue --watch',
    'district requests list --q to:agency:housing --check',
    'district requests list --q is:due-today --all --json no,title,promisedDueAt',
  ],
  async *run(input, context) {
    const q = await filterOf(input, context);
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
  // The tightest come first, so that the first page tells; another order has to be looked through whole.
  finds: ({ items }) => items.some(({ light }) => light === 'red'),
  print: { columns: REQUEST_COLUMNS, rows: (page) => page.items },
};
