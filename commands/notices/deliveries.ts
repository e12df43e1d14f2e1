import type { Delivery, Page } from '@district/contract/types.ts';
import { DELIVERY_STATES, type DeliveryState } from '@district/contract/vocabulary.ts';
import { text } from '../../src/command/input.ts';
import { noticeNumber } from '../../src/command/notice/notice-number.ts';
import type { Column, Operation } from '../../src/command/operation.ts';
import { collectPages, PAGE_OPTIONS } from '../../src/command/paging.ts';
import { deliveryReasonText, deliveryStateText } from '../../src/i18n/notice-words.ts';
import { timeText } from '../../src/i18n/time.ts';

const COLUMNS: readonly Column<Delivery>[] = [
  { header: { zh: '居民', en: 'RESIDENT' }, cell: ({ id }) => id, whole: true },
  { header: { zh: '姓名', en: 'NAME' }, cell: ({ resident }) => resident },
  { header: { zh: '社区', en: 'COMMUNITY' }, cell: ({ region }) => region.path, priority: 1 },
  { header: { zh: '状态', en: 'STATE' }, cell: ({ state }, language) => deliveryStateText(state, language) },
  {
    header: { zh: '原因', en: 'REASON' },
    cell: ({ reason }, language) => (reason === null ? '-' : deliveryReasonText(reason, language)),
  },
  { header: { zh: '时间', en: 'AT' }, cell: ({ at }) => timeText(at), whole: true, priority: 2 },
];

export const deliveries: Operation<Page<Delivery>> = {
  id: 'notices.deliveries',
  summary: { zh: '逐人送达情况,姓名遮盖', en: 'who got it and who did not, names masked' },
  effect: 'read',
  arguments: [
    { name: 'no', summary: { zh: '通知编号', en: 'notice number' }, required: true, variadic: false },
  ],
  options: [
    { name: 'state', value: 'STATE', choices: DELIVERY_STATES, summary: { zh: '状态', en: 'state' } },
    ...PAGE_OPTIONS,
  ],
  examples: ['district notices deliveries TZ-GL261125-0001 --state failed --all'],
  async *run(input, context) {
    const no = noticeNumber(text(input, 'no') ?? '');
    const state = text(input, 'state') as DeliveryState | undefined;
    const client = await context.client();
    yield {
      status: 'done',
      value: await collectPages(input, context, (page) =>
        client.listDeliveries(no, { ...(state && { state }), ...page }, context.signal),
      ),
    };
  },
  print: { columns: COLUMNS, rows: (page) => page.items },
};
