import type { RequestSummary } from '@district/contract/types.ts';
import { batchOperation } from '../../src/command/batch/batch-operation.ts';
import { text } from '../../src/command/input.ts';
import { REQUESTS_ARGUMENT, requestItems } from '../../src/command/request-batch.ts';
import { BATCH_OPTIONS } from '../../src/command/shared-options.ts';
import { stateText } from '../../src/i18n/words.ts';

export const note = batchOperation<RequestSummary>({
  id: 'requests.note',
  summary: { zh: '内部备注,居民看不到', en: 'write an internal note; the resident never sees it' },
  effect: 'write',
  arguments: [REQUESTS_ARGUMENT],
  options: [
    { name: 'text', value: 'TEXT', required: true, summary: { zh: '备注', en: 'the note' } },
    ...BATCH_OPTIONS,
  ],
  keys: { triage: 'n', requests: 'n', request: 'n' },
  examples: ['district requests note GL261112-0042 --text 社区说是物业的灯'],
  items: requestItems((input) => {
    const written = text(input, 'text') ?? '';
    return (client, no, options) => client.note(no, written, options);
  }),
  print: {
    lines: ({ no, state }, language) => [
      `${no}  ${stateText(state, language)}  ${language === 'zh' ? '已记' : 'noted'}`,
    ],
  },
});
