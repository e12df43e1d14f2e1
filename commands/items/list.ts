import type { Page, ServiceItem } from '@district/contract/types.ts';
import { SERVICE_CATEGORIES, type ServiceCategory } from '@district/contract/vocabulary.ts';
import { text } from '../../src/command/input.ts';
import type { Column, Operation } from '../../src/command/operation.ts';
import { collectPages, PAGE_OPTIONS } from '../../src/command/paging.ts';
import { categoryText, limitText } from '../../src/i18n/words.ts';

const COLUMNS: readonly Column<ServiceItem>[] = [
  { header: { zh: '标识', en: 'ID' }, cell: ({ id }) => id, whole: true },
  {
    header: { zh: '名称', en: 'NAME' },
    cell: ({ nameZh, nameEn }, language) => (language === 'zh' ? nameZh : nameEn),
  },
  {
    header: { zh: '类别', en: 'CATEGORY' },
    cell: ({ category }, language) => categoryText(category, language),
  },
  {
    header: { zh: '承诺', en: 'PROMISED' },
    cell: ({ promised }, language) => limitText(promised.limit, promised.unit, language),
  },
  {
    header: { zh: '法定', en: 'STATUTORY' },
    cell: ({ statutory }, language) => limitText(statutory.limit, statutory.unit, language),
    priority: 1,
  },
  { header: { zh: '承办', en: 'HANDLER' }, cell: ({ agency, handler }) => agency ?? handler, priority: 2 },
];

export const list: Operation<Page<ServiceItem>> = {
  id: 'items.list',
  summary: { zh: '列出服务事项与时限', en: 'list service items and their limits' },
  effect: 'read',
  options: [
    {
      name: 'category',
      value: 'CATEGORY',
      choices: SERVICE_CATEGORIES,
      summary: { zh: '类别', en: 'category' },
    },
    ...PAGE_OPTIONS,
  ],
  examples: ['district items list --category property'],
  async *run(input, context) {
    const category = text(input, 'category') as ServiceCategory | undefined;
    const client = await context.client();
    yield {
      status: 'done',
      value: await collectPages(input, context, (page) =>
        client.listItems({ ...(category && { category }), ...page }, context.signal),
      ),
    };
  },
  print: { columns: COLUMNS, rows: (page) => page.items },
};
