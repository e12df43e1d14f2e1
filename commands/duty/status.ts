import type { DutyStatus } from '@district/contract/types.ts';
import { statusLines } from '../../src/command/duty-lines.ts';
import type { Operation } from '../../src/command/operation.ts';
import { WATCH_OPTION } from '../../src/command/shared-options.ts';

export const status: Operation<DutyStatus> = {
  id: 'duty.status',
  summary: { zh: '谁在值班,交班事项销了没有', en: 'who is on duty, and what was left and not acknowledged' },
  effect: 'read',
  options: [
    WATCH_OPTION,
    {
      name: 'check',
      summary: { zh: '有未销的就以 10 退出', en: 'exit with 10 when something is not acknowledged' },
    },
  ],
  examples: ['district duty status', 'district duty status --json shifts,items'],
  async *run(_input, context) {
    yield { status: 'done', value: await (await context.client()).duty(context.signal) };
  },
  finds: ({ items }) => items.length > 0,
  print: { lines: statusLines },
};
