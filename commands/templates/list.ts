import type { ReplyTemplate } from '@district/contract/types.ts';
import type { Column, Operation } from '../../src/command/operation.ts';
import { templateFieldText } from '../../src/i18n/words.ts';

const COLUMNS: readonly Column<ReplyTemplate>[] = [
  { header: { zh: '名称', en: 'NAME' }, cell: ({ name }) => name, whole: true },
  {
    header: { zh: '用于', en: 'FOR' },
    cell: ({ field }, language) => templateFieldText(field, language),
  },
  { header: { zh: '文字', en: 'TEXT' }, cell: ({ text }) => text },
];

export const list: Operation<ReplyTemplate[]> = {
  id: 'templates.list',
  summary: { zh: '列出答复模板', en: 'list the texts kept to be used again' },
  effect: 'read',
  examples: ['district templates list'],
  async *run(_input, context) {
    const client = await context.client();
    const { items } = await client.listTemplates(context.signal);
    yield { status: 'done', value: items };
  },
  print: { columns: COLUMNS, rows: (templates) => templates },
};
