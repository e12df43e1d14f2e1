import type { Attachment } from '@district/contract/types.ts';
import { attachmentOfFile } from '../../src/command/attachment-file.ts';
import { attachmentLine } from '../../src/command/attachment-lines.ts';
import { eachItem } from '../../src/command/batch/each-item.ts';
import { text, texts } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { REQUEST_ARGUMENT, requestNumber } from '../../src/command/request-number.ts';
import { WRITE_OPTIONS, writeOptions } from '../../src/command/shared-options.ts';

export const attach: Operation<Attachment> = {
  id: 'requests.attach',
  summary: { zh: '为一件附上照片、文书', en: 'put photographs or papers with a request' },
  effect: 'write',
  batch: true,
  arguments: [
    REQUEST_ARGUMENT,
    { name: 'file', summary: { zh: '文件', en: 'a file' }, required: true, variadic: true },
  ],
  options: WRITE_OPTIONS,
  examples: ['district requests attach GL261112-0042 修复前.jpg 修复后.jpg'],
  async *run(input, context) {
    const no = requestNumber(text(input, 'no') ?? '');
    const files = [...new Set(texts(input, 'file'))];
    const client = await context.client();
    yield* eachItem(files, async (file) =>
      client.addAttachment(
        no,
        await attachmentOfFile(file),
        writeOptions(input, files.length > 1 ? file : undefined),
      ),
    );
  },
  print: { lines: (attachment, language) => [attachmentLine(attachment, language)] },
};
