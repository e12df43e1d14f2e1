import type { RequestDetail } from '@district/contract/types.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { requestLines } from '../../src/command/request-lines.ts';
import { REQUEST_ARGUMENT, requestNumber } from '../../src/command/request-number.ts';

export const show: Operation<RequestDetail> = {
  id: 'requests.show',
  summary: {
    zh: '查看一件:诉求、时限、时间线、能办的动作',
    en: 'one request: text, deadlines, timeline, open actions',
  },
  effect: 'read',
  arguments: [REQUEST_ARGUMENT],
  examples: ['district requests show GL261112-0042'],
  async *run(input, context) {
    const no = requestNumber(text(input, 'no') ?? '');
    const client = await context.client();
    yield { status: 'done', id: no, value: await client.getRequest(no, context.signal) };
  },
  print: { lines: requestLines },
};
