import type { ApprovalSettings } from '@district/contract/types.ts';
import { SETTING_COLUMNS } from '../../src/command/approval-settings.ts';
import type { Operation } from '../../src/command/operation.ts';
import { DISTRICT_OPTION, districtOf } from '../../src/command/region-option.ts';

export const settings: Operation<ApprovalSettings> = {
  id: 'approvals.settings',
  summary: {
    zh: '各类审批的时限、由谁批、逾期怎么办',
    en: 'by when each kind is decided, by whom, and what happens when nobody does',
  },
  effect: 'read',
  options: [DISTRICT_OPTION],
  examples: ['district approvals settings', 'district approvals settings --district 320302 --json kinds'],
  async *run(input, context) {
    const district = districtOf(input);
    const client = await context.client();
    yield {
      status: 'done',
      value: await client.approvalSettings(district, context.signal),
    };
  },
  print: { columns: SETTING_COLUMNS, rows: ({ kinds }) => kinds },
};
