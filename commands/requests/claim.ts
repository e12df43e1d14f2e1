import type { RequestSummary } from '@district/contract/types.ts';
import { claimLine } from '../../src/command/claim-line.ts';
import type { Operation } from '../../src/command/operation.ts';
import { eachRequest, REQUESTS_ARGUMENT } from '../../src/command/request-batch.ts';
import { BATCH_OPTIONS } from '../../src/command/shared-options.ts';

export const claim: Operation<RequestSummary> = {
  id: 'requests.claim',
  summary: { zh: '认领:告诉别人这件我在办', en: 'claim: tell others that you are on it' },
  effect: 'write',
  batch: true,
  arguments: [REQUESTS_ARGUMENT],
  options: BATCH_OPTIONS,
  keys: { triage: 'c', requests: 'c', request: 'c' },
  examples: ['district requests claim GL261112-0042'],
  run: (input, context) => eachRequest(input, context, (client, no, options) => client.claim(no, options)),
  print: { lines: (request, language) => [claimLine(request, language)] },
};
