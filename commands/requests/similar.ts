import type { SimilarRequests } from '@district/contract/types.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { REQUEST_COLUMNS } from '../../src/command/request-columns.ts';
import { REQUEST_ARGUMENT, requestNumber } from '../../src/command/request-number.ts';

export const similar: Operation<SimilarRequests> = {
  id: 'requests.similar',
  summary: {
    zh: '附近相似的未结办件,供并案时看',
    en: 'open requests nearby that may be about the same thing',
  },
  effect: 'read',
  arguments: [REQUEST_ARGUMENT],
  examples: ['district requests similar GL261112-0042'],
  async *run(input, context) {
    const no = requestNumber(text(input, 'no') ?? '');
    const client = await context.client();
    yield { status: 'done', id: no, value: await client.similarRequests(no, context.signal) };
  },
  print: { columns: REQUEST_COLUMNS, rows: ({ items }) => items },
};
