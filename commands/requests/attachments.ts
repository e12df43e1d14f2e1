import type { Attachment } from '@district/contract/types.ts';
import { saveAttachment } from '../../src/command/attachment-file.ts';
import { attachmentLine } from '../../src/command/attachment-lines.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { REQUEST_ARGUMENT, requestNumber } from '../../src/command/request-number.ts';

export const attachments: Operation<Attachment & { savedAs?: string }> = {
  id: 'requests.attachments',
  summary: {
    zh: '列出一件的附件;加 --save 存到本机,查看留有记录',
    en: 'what is attached to a request; with --save on this machine, which is logged',
  },
  effect: 'read',
  arguments: [REQUEST_ARGUMENT],
  options: [
    {
      name: 'save',
      value: 'FOLDER',
      summary: { zh: '存到哪个文件夹', en: 'save them in this folder' },
    },
  ],
  examples: [
    'district requests attachments GL261112-0042',
    'district requests attachments GL261112-0042 --save .',
  ],
  async *run(input, context) {
    const no = requestNumber(text(input, 'no') ?? '');
    const folder = text(input, 'save');
    const client = await context.client();
    const found = (await client.getRequest(no, context.signal)).attachments;
    if (found.length === 0) context.say(context.language === 'zh' ? `${no} 没有附件。` : `${no} has none.`);
    for (const attachment of found) {
      if (folder === undefined) yield { status: 'done', id: attachment.id, value: attachment };
      else {
        const content = await client.readAttachment(no, attachment.id, context.signal);
        const savedAs = await saveAttachment(folder, content);
        yield { status: 'done', id: attachment.id, value: { ...attachment, savedAs } };
      }
    }
  },
  print: {
    lines: (attachment, language) => [
      attachmentLine(attachment, language),
      ...(attachment.savedAs === undefined ? [] : [`  ${attachment.savedAs}`]),
    ],
  },
};
