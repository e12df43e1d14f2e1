import type { RevealList } from '@district/contract/types.ts';
import { text } from '../../src/command/input.ts';
import type { Column, Operation } from '../../src/command/operation.ts';
import { REQUEST_ARGUMENT, requestNumber } from '../../src/command/request-number.ts';
import { revealFieldText, revealMeansText } from '../../src/i18n/privacy-words.ts';
import { timeText } from '../../src/i18n/time.ts';

type Row = RevealList['items'][number];

const COLUMNS: readonly Column<Row>[] = [
  { header: { zh: '时间', en: 'AT' }, cell: ({ at }) => timeText(at), whole: true },
  { header: { zh: '谁', en: 'WHO' }, cell: ({ by }) => by.name },
  { header: { zh: '方式', en: 'HOW' }, cell: ({ means }, language) => revealMeansText(means, language) },
  {
    header: { zh: '看了', en: 'SAW' },
    cell: ({ fields }, language) => fields.map((field) => revealFieldText(field, language)).join(' '),
  },
  { header: { zh: '事由', en: 'PURPOSE' }, cell: ({ purpose }) => purpose },
  { header: { zh: '案号', en: 'CASE' }, cell: (row) => row.case, priority: 1 },
];

export const reveals: Operation<RevealList> = {
  id: 'requests.reveals',
  summary: { zh: '谁看过这一件里被遮盖的内容', en: 'who has seen what is masked in a request' },
  effect: 'read',
  arguments: [REQUEST_ARGUMENT],
  examples: ['district requests reveals GL261112-0042'],
  async *run(input, context) {
    const no = requestNumber(text(input, 'no') ?? '');
    const client = await context.client();
    yield { status: 'done', id: no, value: await client.listReveals(no, context.signal) };
  },
  print: { columns: COLUMNS, rows: ({ items }) => items },
};
