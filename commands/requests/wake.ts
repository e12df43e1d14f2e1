import type { Snooze } from '@district/contract/types.ts';
import type { Operation } from '../../src/command/operation.ts';
import { eachRequest, REQUESTS_ARGUMENT } from '../../src/command/request-batch.ts';
import { BATCH_OPTIONS } from '../../src/command/shared-options.ts';
import { snoozeLine } from '../../src/command/snooze-line.ts';

export const wake: Operation<Snooze> = {
  id: 'requests.wake',
  summary: { zh: '放过的现在就拿回分诊', en: 'have what you put off back now' },
  effect: 'write',
  batch: true,
  arguments: [REQUESTS_ARGUMENT],
  options: BATCH_OPTIONS,
  examples: ['district requests wake GL261112-0042'],
  run: (input, context) =>
    eachRequest(input, context, (client, no, options) => client.snooze(no, null, options)),
  print: { lines: (outcome, language) => [snoozeLine(outcome, language)] },
};
