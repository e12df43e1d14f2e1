import { PAGE_STATES, type PageState } from '@district/contract/triage.ts';
import type { Page, PagingPage } from '@district/contract/types.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { collectPages, PAGE_OPTIONS } from '../../src/command/paging.ts';
import { PAGE_COLUMNS } from '../../src/command/paging-lines.ts';

export const pages: Operation<Page<PagingPage>> = {
  id: 'paging.pages',
  summary: { zh: '叫过谁、送到没有', en: 'who was paged, and whether it arrived' },
  effect: 'read',
  options: [
    {
      name: 'state',
      value: 'STATE',
      choices: PAGE_STATES,
      summary: { zh: '只列这种结果', en: 'these outcomes alone' },
    },
    ...PAGE_OPTIONS,
    { name: 'check', summary: { zh: '有没送到的就以 10 退出', en: 'exit with 10 when one did not arrive' } },
  ],
  examples: ['district paging pages --state failed --check'],
  async *run(input, context) {
    const state = text(input, 'state') as PageState | undefined;
    const client = await context.client();
    const value = await collectPages(input, context, (page) =>
      client.listPages({ ...page, ...(state !== undefined && { state }) }, context.signal),
    );
    yield { status: 'done', value };
  },
  finds: ({ items }) => items.some(({ state }) => state === 'failed'),
  print: { columns: PAGE_COLUMNS, rows: ({ items }) => items },
};
