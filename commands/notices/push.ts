import type { NoticeDetail } from '@district/contract/types.ts';
import { NOTICE_CHANNELS } from '@district/contract/vocabulary.ts';
import { pushLines } from '../../src/command/notice/notice-lines.ts';
import { readWish } from '../../src/command/notice/notice-wish.ts';
import type { Operation } from '../../src/command/operation.ts';
import { WRITE_OPTIONS, writeOptions } from '../../src/command/shared-options.ts';

export const push: Operation<NoticeDetail> = {
  id: 'notices.push',
  summary: { zh: '发通知:存下并提交审批', en: 'store a notice and ask for its approval' },
  effect: 'write',
  options: [
    {
      name: 'file',
      value: 'PATH',
      summary: {
        zh: 'Markdown 文件,开头以 --- 写 title、regions、channels、exercise',
        en: 'a Markdown file that begins with --- and title, regions, channels, exercise',
      },
    },
    {
      name: 'title',
      value: 'TEXT',
      summary: { zh: '标题,代替文件所写', en: 'title, instead of the file’s' },
    },
    {
      name: 'body',
      value: 'TEXT',
      summary: { zh: '正文(Markdown),代替文件', en: 'text in Markdown, instead of a file' },
    },
    {
      name: 'region',
      value: 'CODE',
      repeatable: true,
      summary: { zh: '发给哪里(可多次),代替文件所写', en: 'to whom, repeatable; instead of the file’s' },
    },
    {
      name: 'channel',
      value: 'CHANNEL',
      repeatable: true,
      choices: NOTICE_CHANNELS,
      summary: { zh: '渠道,默认 inbox', en: 'channel, the inbox unless told' },
    },
    { name: 'exercise', summary: { zh: '标明是演练', en: 'mark it as an exercise' } },
    ...WRITE_OPTIONS,
  ],
  keys: { notices: 'n' },
  examples: [
    'district notices push --file notice.md --region 320302003 --dry-run',
    'district notices push --file notice.md --region 320302003 --channel inbox --channel site',
  ],
  async *run(input, context) {
    const wish = await readWish(input);
    const notice = await (await context.client()).createNotice(wish, writeOptions(input));
    yield { status: 'done', id: notice.no, value: notice };
  },
  print: { lines: pushLines },
};
