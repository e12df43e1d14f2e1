import type { Attachment } from '@district/contract/types.ts';
import { attachmentLine } from '../../src/command/attachment-lines.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { REQUEST_ARGUMENT, requestNumber } from '../../src/command/request-number.ts';
import { WRITE_OPTIONS, writeOptions } from '../../src/command/shared-options.ts';

export const detach: Operation<Attachment> = {
  id: 'requests.detach',
  summary: { zh: '删去一个附件,不可恢复', en: 'take an attachment away for good' },
  effect: 'severe',
  arguments: [
    REQUEST_ARGUMENT,
    {
      name: 'attachment',
      summary: { zh: '附件标识', en: 'the attachment’s id' },
      required: true,
      variadic: false,
    },
  ],
  options: WRITE_OPTIONS,
  examples: ['district requests detach GL261112-0042 019ac6a0-0000-7000-8000-000000000000'],
  async *run(input, context) {
    const no = requestNumber(text(input, 'no') ?? '');
    const id = text(input, 'attachment') ?? '';
    const client = await context.client();
    yield { status: 'done', id, value: await client.removeAttachment(no, id, writeOptions(input)) };
  },
  print: { lines: (attachment, language) => [attachmentLine(attachment, language)] },
};
