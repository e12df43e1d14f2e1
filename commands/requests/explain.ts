import type { ClockAccount } from '@district/contract/types.ts';
import { clockLines } from '../../src/command/calendar/account-lines.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { REQUEST_ARGUMENT, requestNumber } from '../../src/command/request-number.ts';

export const explain: Operation<ClockAccount> = {
  id: 'requests.explain',
  summary: {
    zh: '期限怎么算出来的,逐日说明',
    en: 'how the deadlines of a request come about, day by day',
  },
  effect: 'read',
  arguments: [REQUEST_ARGUMENT],
  keys: { requests: 'e' },
  examples: ['district requests explain GL261112-0042'],
  async *run(input, context) {
    const no = requestNumber(text(input, 'no') ?? '');
    const client = await context.client();
    yield { status: 'done', id: no, value: await client.explainRequest(no, context.signal) };
  },
  print: { lines: clockLines },
};
