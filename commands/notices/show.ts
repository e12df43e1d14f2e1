import type { NoticeDetail } from '@district/contract/types.ts';
import { text } from '../../src/command/input.ts';
import { noticeLines } from '../../src/command/notice/notice-lines.ts';
import { noticeNumber } from '../../src/command/notice/notice-number.ts';
import type { Operation } from '../../src/command/operation.ts';

export const show: Operation<NoticeDetail> = {
  id: 'notices.show',
  summary: {
    zh: '查看一条:正文、人数户数、送达、经过',
    en: 'one notice: text, counts, deliveries, timeline',
  },
  effect: 'read',
  arguments: [
    { name: 'no', summary: { zh: '通知编号', en: 'notice number' }, required: true, variadic: false },
  ],
  examples: ['district notices show TZ-GL261125-0001'],
  async *run(input, context) {
    const no = noticeNumber(text(input, 'no') ?? '');
    const client = await context.client();
    yield { status: 'done', id: no, value: await client.getNotice(no, context.signal) };
  },
  print: { lines: noticeLines },
};
