import type { RequestSummary } from '@district/contract/types.ts';
import { batchOperation } from '../../src/command/batch/batch-operation.ts';
import { claimLine } from '../../src/command/claim-line.ts';
import { REQUESTS_ARGUMENT, requestItems } from '../../src/command/request-batch.ts';
import { BATCH_OPTIONS } from '../../src/command/shared-options.ts';

export const release = batchOperation<RequestSummary>({
  id: 'requests.release',
  summary: { zh: '放回:不再认领', en: 'give a claimed request back' },
  effect: 'write',
  arguments: [REQUESTS_ARGUMENT],
  options: BATCH_OPTIONS,
  examples: ['district requests release GL261112-0042'],
  items: requestItems(() => (client, no, options) => client.release(no, options)),
  print: { lines: (request, language) => [claimLine(request, language)] },
});
