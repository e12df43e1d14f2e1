import { NOTICE_TRANSITIONS, type NoticeAction } from '@district/contract/notice-transitions.ts';
import type { NoticeDetail } from '@district/contract/types.ts';
import { batchOperation } from '../batch/batch-operation.ts';
import { text, texts } from '../input.ts';
import type { Bilingual, Operation } from '../operation.ts';
import { BATCH_OPTIONS } from '../shared-options.ts';
import { noticeLine } from './notice-lines.ts';
import { noticeNumber } from './notice-number.ts';

/** The operation of one action on notices, as the transition table has it. */
export function noticeAction(
  action: NoticeAction,
  { summary, key, example }: { summary: Bilingual; key?: string; example: string },
): Operation<NoticeDetail> {
  const required = NOTICE_TRANSITIONS[action].needs !== undefined;
  return batchOperation<NoticeDetail>({
    id: `notices.${action}`,
    summary,
    effect: 'severe',
    arguments: [
      { name: 'no', summary: { zh: '通知编号', en: 'notice number' }, required: true, variadic: true },
    ],
    options: [
      { name: 'reason', value: 'TEXT', required, summary: { zh: '理由', en: 'why' } },
      ...BATCH_OPTIONS,
    ],
    ...(key !== undefined && { keys: { notices: key } }),
    examples: [example],
    items: {
      ids: (input) => [...new Set(texts(input, 'no').map(noticeNumber))],
      writer: (input) => {
        const reason = text(input, 'reason');
        const body = reason === undefined ? {} : { reason };
        return (client, no, options) => client.actOnNotice(no, action, body, options);
      },
      versionOf: ({ version }) => version,
    },
    print: { lines: (notice, language) => [noticeLine(notice, language)] },
  });
}
