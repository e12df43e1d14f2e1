import type { Approval } from '@district/contract/types.ts';
import { approvalLines } from '../../src/command/approval-lines.ts';
import { eachItem } from '../../src/command/batch.ts';
import { text, texts } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { BATCH_OPTIONS, writeOptions } from '../../src/command/shared-options.ts';

export const grant: Operation<Approval> = {
  id: 'approvals.grant',
  summary: { zh: '批准', en: 'grant: the action takes effect' },
  effect: 'severe',
  batch: true,
  arguments: [
    { name: 'id', summary: { zh: '审批编号', en: 'id of the approval' }, required: true, variadic: true },
  ],
  options: [{ name: 'remark', value: 'TEXT', summary: { zh: '备注', en: 'a remark' } }, ...BATCH_OPTIONS],
  keys: { approvals: 'g' },
  examples: ['district approvals grant ID'],
  async *run(input, context) {
    const ids = [...new Set(texts(input, 'id'))];
    const remark = text(input, 'remark');
    const client = await context.client();
    yield* eachItem(ids, (id) =>
      client.grantApproval(
        id,
        remark === undefined ? {} : { remark },
        writeOptions(input, ids.length > 1 ? id : undefined),
      ),
    );
  },
  print: { lines: approvalLines },
};
