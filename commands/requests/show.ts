import type { RequestDetail } from '@district/contract/types.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { requestLines } from '../../src/command/request-lines.ts';
import { requestNumber } from '../../src/command/request-number.ts';

export const show: Operation<RequestDetail> = {
  id: 'requests.show',
  summary: {
    zh: '查看一件:诉求、时限、时间线、能办的动作',
    en: 'one request: text, deadlines, timeline, open actions',
  },
  effect: 'read',
  arguments: [
    {
      name: 'no',
      summary: { zh: '单号', en: 'request number' },
      required: true,
      variadic: false,
      completes: 'request',
    },
  ],
  examples: ['district requests show GL261112-0042'],
  async *run(input, context) {
    const no = requestNumber(text(input, 'no') ?? '');
    const client = await context.client();
    yield { status: 'done', id: no, value: await client.getRequest(no, context.signal) };
  },
  print: { lines: requestLines },
};
