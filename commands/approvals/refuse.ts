import type { Approval } from '@district/contract/types.ts';
import { approvalLines } from '../../src/command/approval-lines.ts';
import { eachItem } from '../../src/command/batch.ts';
import { text, texts } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { BATCH_OPTIONS, writeOptions } from '../../src/command/shared-options.ts';

export const refuse: Operation<Approval> = {
  id: 'approvals.refuse',
  summary: { zh: '驳回,须说明理由', en: 'refuse with a reason: the work goes on' },
  effect: 'severe',
  batch: true,
  arguments: [
    { name: 'id', summary: { zh: '审批编号', en: 'id of the approval' }, required: true, variadic: true },
  ],
  options: [
    { name: 'reason', value: 'TEXT', required: true, summary: { zh: '理由', en: 'why' } },
    ...BATCH_OPTIONS,
  ],
  keys: { approvals: 'x' },
  examples: ["district approvals refuse ID --reason '材料不全'"],
  async *run(input, context) {
    const ids = [...new Set(texts(input, 'id'))];
    const reason = text(input, 'reason') ?? '';
    const client = await context.client();
    yield* eachItem(ids, (id) =>
      client.refuseApproval(id, { reason }, writeOptions(input, ids.length > 1 ? id : undefined)),
    );
  },
  print: { lines: approvalLines },
};
