import type { ReplyTemplate } from '@district/contract/types.ts';
import { TEMPLATE_FIELDS, type TemplateField } from '@district/contract/vocabulary.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { WRITE_OPTIONS, writeOptions } from '../../src/command/shared-options.ts';
import { templateLines } from '../../src/command/template-lines.ts';

export const save: Operation<ReplyTemplate> = {
  id: 'templates.save',
  summary: {
    zh: '存一条答复模板;文字里的 {no} {title} 用时换成单号、事项',
    en: 'keep a text to be used again; {no} and {title} become those of the request',
  },
  effect: 'write',
  arguments: [{ name: 'name', summary: { zh: '名称', en: 'name' }, required: true, variadic: false }],
  options: [
    {
      name: 'text',
      value: 'TEXT',
      required: true,
      summary: { zh: '文字', en: 'the text' },
    },
    {
      name: 'for',
      value: 'FIELD',
      choices: TEMPLATE_FIELDS,
      summary: { zh: '用于哪一栏,默认答复', en: 'the field it is for, the reply unless told' },
    },
    ...WRITE_OPTIONS,
  ],
  examples: ["district templates save 路灯已修 --text '您反映的“{title}”已修复,感谢监督。'"],
  async *run(input, context) {
    const name = text(input, 'name') ?? '';
    const field = (text(input, 'for') ?? 'reply') as TemplateField;
    const client = await context.client();
    const kept = await client.saveTemplate(
      name,
      { field, text: text(input, 'text') ?? '' },
      writeOptions(input),
    );
    yield { status: 'done', id: name, value: kept };
  },
  print: { lines: templateLines },
};
