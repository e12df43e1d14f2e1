import type { ReplyTemplate } from '@district/contract/types.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { WRITE_OPTIONS, writeOptions } from '../../src/command/shared-options.ts';
import { templateLines } from '../../src/command/template-lines.ts';

export const remove: Operation<ReplyTemplate> = {
  id: 'templates.remove',
  summary: { zh: '删去一条答复模板', en: 'keep a text no longer' },
  effect: 'write',
  arguments: [{ name: 'name', summary: { zh: '名称', en: 'name' }, required: true, variadic: false }],
  options: WRITE_OPTIONS,
  examples: ['district templates remove 路灯已修'],
  async *run(input, context) {
    const name = text(input, 'name') ?? '';
    const client = await context.client();
    yield { status: 'done', id: name, value: await client.removeTemplate(name, writeOptions(input)) };
  },
  print: { lines: templateLines },
};
