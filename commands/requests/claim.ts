import type { RequestSummary } from '@district/contract/types.ts';
import { batchOperation } from '../../src/command/batch/batch-operation.ts';
import { claimLine } from '../../src/command/claim-line.ts';
import { REQUESTS_ARGUMENT, requestItems } from '../../src/command/request-batch.ts';
import { BATCH_OPTIONS } from '../../src/command/shared-options.ts';

export const claim = batchOperation<RequestSummary>({
  id: 'requests.claim',
  summary: { zh: '认领:告诉别人这件我在办', en: 'claim: tell others that you are on it' },
  effect: 'write',
  arguments: [REQUESTS_ARGUMENT],
  options: BATCH_OPTIONS,
  keys: { triage: 'c', requests: 'c', request: 'c' },
  examples: ['district requests claim GL261112-0042'],
  items: requestItems(() => (client, no, options) => client.claim(no, options)),
  print: { lines: (request, language) => [claimLine(request, language)] },
});
