import type { RequestSummary } from '@district/contract/types.ts';
import { claimLine } from '../../src/command/claim-line.ts';
import type { Operation } from '../../src/command/operation.ts';
import { eachRequest, REQUESTS_ARGUMENT } from '../../src/command/request-batch.ts';
import { BATCH_OPTIONS } from '../../src/command/shared-options.ts';

export const release: Operation<RequestSummary> = {
  id: 'requests.release',
  summary: { zh: '放回:不再认领', en: 'give a claimed request back' },
  effect: 'write',
  batch: true,
  arguments: [REQUESTS_ARGUMENT],
  options: BATCH_OPTIONS,
  examples: ['district requests release GL261112-0042'],
  run: (input, context) => eachRequest(input, context, (client, no, options) => client.release(no, options)),
  print: { lines: (request, language) => [claimLine(request, language)] },
};
