import type { TriageItem, TriagePage } from '@district/contract/types.ts';
import { isOn } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { collectPages, PAGE_OPTIONS } from '../../src/command/paging.ts';
import { WATCH_OPTION } from '../../src/command/shared-options.ts';
import { TRIAGE_COLUMNS, triageOrderText } from '../../src/command/triage-lines.ts';

type Listed = Pick<TriagePage, 'items' | 'next' | 'order'>;

export const list: Operation<Listed> = {
  id: 'triage.list',
  summary: {
    zh: '分诊的队列:超法定 > 涉弱势 > 超期天数 > 退回次数',
    en: 'the queue: past statutory, then vulnerable, then days overdue, then returns',
  },
  effect: 'read',
  options: [
    { name: 'free', summary: { zh: '不列别人已认领的', en: 'leave out what others have claimed' } },
    ...PAGE_OPTIONS,
    WATCH_OPTION,
    { name: 'check', summary: { zh: '有超期的就以 10 退出', en: 'exit with 10 when something is overdue' } },
  ],
  examples: [
    'district triage list',
    'district triage list --free --limit 10 --json',
    'district triage list --check',
  ],
  async *run(input, context) {
    const client = await context.client();
    const query = isOn(input, 'free') ? { free: true } : {};
    let order: TriagePage['order'] = [];
    const page = await collectPages<TriageItem>(input, context, async (of) => {
      const answer = await client.listTriage({ ...query, ...of }, context.signal);
      order = answer.order;
      return answer;
    });
    context.say(triageOrderText(order, context.language));
    yield { status: 'done', value: { ...page, order } };
  },
  finds: ({ items }) => items.some(({ request }) => request.light === 'red'),
  print: { columns: TRIAGE_COLUMNS, rows: ({ items }) => items },
};
