import type { Agency, Page } from '@district/contract/types.ts';
import type { Operation } from '../../src/command/operation.ts';
import { collectPages, PAGE_OPTIONS } from '../../src/command/paging.ts';

export const list: Operation<Page<Agency>> = {
  id: 'agencies.list',
  summary: { zh: '列出承办部门', en: 'list departments that handle requests' },
  effect: 'read',
  options: PAGE_OPTIONS,
  examples: ['district agencies list'],
  async *run(input, context) {
    const client = await context.client();
    yield {
      status: 'done',
      value: await collectPages(input, context, (page) => client.listAgencies(page, context.signal)),
    };
  },
  print: {
    columns: [
      { header: { zh: '标识', en: 'ID' }, cell: ({ id }: Agency) => id, whole: true },
      { header: { zh: '简称', en: 'SHORT' }, cell: ({ shortZh }: Agency) => shortZh },
      {
        header: { zh: '名称', en: 'NAME' },
        cell: ({ nameZh, nameEn }: Agency, language) => (language === 'zh' ? nameZh : nameEn),
      },
    ],
    rows: (page) => page.items,
  },
};
