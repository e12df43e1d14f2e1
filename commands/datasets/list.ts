import type { Dataset, Page } from '@district/contract/types.ts';
import type { Column, Operation } from '../../src/command/operation.ts';
import { collectPages, PAGE_OPTIONS } from '../../src/command/paging.ts';

const COLUMNS: readonly Column<Dataset>[] = [
  { header: { zh: '标识', en: 'ID' }, cell: ({ id }) => id, whole: true },
  {
    header: { zh: '名称', en: 'NAME' },
    cell: ({ nameZh, nameEn }, language) => (language === 'zh' ? nameZh : nameEn),
  },
  {
    header: { zh: '单位', en: 'UNIT' },
    cell: ({ unit }, language) => (language === 'zh' ? unit.nameZh : unit.nameEn),
  },
  {
    header: { zh: '必填', en: 'REQUIRED' },
    cell: ({ requiredFields }, language) =>
      requiredFields.map(({ nameZh, nameEn }) => (language === 'zh' ? nameZh : nameEn)).join(', '),
    priority: 1,
  },
];

export const list: Operation<Page<Dataset>> = {
  id: 'datasets.list',
  summary: { zh: '列出数据集、单位与必填项', en: 'list base datasets, their units and required fields' },
  effect: 'read',
  options: PAGE_OPTIONS,
  examples: ['district datasets list'],
  async *run(input, context) {
    const client = await context.client();
    yield {
      status: 'done',
      value: await collectPages(input, context, (page) => client.listDatasets(page, context.signal)),
    };
  },
  print: { columns: COLUMNS, rows: (page) => page.items },
};
