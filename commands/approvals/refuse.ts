import type { Approval } from '@district/contract/types.ts';
import { approvalLines } from '../../src/command/approval-lines.ts';
import { batchOperation } from '../../src/command/batch/batch-operation.ts';
import { text, texts } from '../../src/command/input.ts';
import { BATCH_OPTIONS } from '../../src/command/shared-options.ts';

export const refuse = batchOperation<Approval>({
  id: 'approvals.refuse',
  summary: { zh: '驳回,须说明理由', en: 'refuse with a reason: the work goes on' },
  effect: 'severe',
  arguments: [
    { name: 'id', summary: { zh: '审批编号', en: 'id of the approval' }, required: true, variadic: true },
  ],
  options: [
    { name: 'reason', value: 'TEXT', required: true, summary: { zh: '理由', en: 'why' } },
    ...BATCH_OPTIONS,
  ],
  keys: { approvals: 'x' },
  examples: ["district approvals refuse ID --reason '材料不全'"],
  items: {
    ids: (input) => [...new Set(texts(input, 'id'))],
    writer: (input) => {
      const body = { reason: text(input, 'reason') ?? '' };
      return (client, id, options) => client.refuseApproval(id, body, options);
    },
    versionOf: ({ version }) => version,
  },
  print: { lines: approvalLines },
});
