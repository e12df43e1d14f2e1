import type { Approval } from '@district/contract/types.ts';
import { approvalLines } from '../../src/command/approval-lines.ts';
import { batchOperation } from '../../src/command/batch/batch-operation.ts';
import { text, texts } from '../../src/command/input.ts';
import { BATCH_OPTIONS } from '../../src/command/shared-options.ts';

export const grant = batchOperation<Approval>({
  id: 'approvals.grant',
  summary: { zh: '批准', en: 'grant: the action takes effect' },
  effect: 'severe',
  arguments: [
    { name: 'id', summary: { zh: '审批编号', en: 'id of the approval' }, required: true, variadic: true },
  ],
  options: [{ name: 'remark', value: 'TEXT', summary: { zh: '备注', en: 'a remark' } }, ...BATCH_OPTIONS],
  keys: { approvals: 'g' },
  examples: ['district approvals grant ID'],
  items: {
    ids: (input) => [...new Set(texts(input, 'id'))],
    writer: (input) => {
      const remark = text(input, 'remark');
      const body = remark === undefined ? {} : { remark };
      return (client, id, options) => client.grantApproval(id, body, options);
    },
    versionOf: ({ version }) => version,
  },
  print: { lines: approvalLines },
});
