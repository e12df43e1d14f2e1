import type { ApprovalSetting } from '@district/contract/types.ts';
import {
  APPROVAL_DECIDERS,
  APPROVAL_KINDS,
  type ApprovalDecider,
  type ApprovalKind,
  LIMIT_UNITS,
  type LimitUnit,
} from '@district/contract/vocabulary.ts';
import { SETTING_COLUMNS } from '../../src/command/approval-settings.ts';
import { count, text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { DISTRICT_OPTION, districtOf } from '../../src/command/region-option.ts';
import { WRITE_OPTIONS, writeOptions } from '../../src/command/shared-options.ts';
import { usageFailure } from '../../src/command/usage-failure.ts';

const YES_NO = ['yes', 'no'] as const;

export const set: Operation<ApprovalSetting> = {
  id: 'approvals.set',
  summary: {
    zh: '设定一类审批的时限、由谁批、逾期是否自动批准',
    en: 'set by when a kind is decided, by whom, and whether it is granted by itself',
  },
  effect: 'write',
  arguments: [
    {
      name: 'kind',
      summary: { zh: '类别', en: 'kind' },
      required: true,
      variadic: false,
      choices: APPROVAL_KINDS,
    },
  ],
  options: [
    { name: 'limit', value: 'N', summary: { zh: '多久之内批复', en: 'within how much it is decided' } },
    {
      name: 'unit',
      value: 'UNIT',
      choices: LIMIT_UNITS,
      summary: { zh: '时限的单位', en: 'unit of the limit' },
    },
    {
      name: 'grants-itself',
      value: 'YES|NO',
      choices: YES_NO,
      summary: {
        zh: '逾期未批是否自动批准(默认上报,不自动)',
        en: 'whether it is granted by itself when nobody decided; it escalates unless told',
      },
    },
    {
      name: 'decider',
      value: 'WHO',
      choices: APPROVAL_DECIDERS,
      summary: { zh: '谁来批:中心,或只有管理员', en: 'who decides: the centre, or administrators alone' },
    },
    DISTRICT_OPTION,
    ...WRITE_OPTIONS,
  ],
  examples: [
    'district approvals set extend --limit 4 --unit hour',
    'district approvals set extend --grants-itself yes --dry-run',
    'district approvals set decline --decider administrator',
  ],
  async *run(input, context) {
    const kind = text(input, 'kind') as ApprovalKind;
    const district = districtOf(input);
    const changes = {
      limit: count(input, 'limit'),
      unit: text(input, 'unit') as LimitUnit | undefined,
      grantsItself: text(input, 'grantsItself'),
      decider: text(input, 'decider') as ApprovalDecider | undefined,
    };
    if (Object.values(changes).every((change) => change === undefined)) {
      throw usageFailure({
        en: 'Nothing to set: give --limit, --unit, --grants-itself or --decider.',
        zh: '没有要设的:请给出 --limit、--unit、--grants-itself 或 --decider。',
      });
    }
    const client = await context.client();
    // Based on what is set now: whoever sets the same kind in between is not overwritten.
    const { kinds } = await client.approvalSettings(district, context.signal);
    const now = kinds.find((one) => one.kind === kind);
    if (!now) throw usageFailure({ en: `The platform knows no ${kind}.`, zh: `平台没有 ${kind} 这一类。` });
    const wanted = {
      limit: { limit: changes.limit ?? now.limit.limit, unit: changes.unit ?? now.limit.unit },
      grantsItself: changes.grantsItself === undefined ? now.grantsItself : changes.grantsItself === 'yes',
      decider: changes.decider ?? now.decider,
    };
    const options = { ...writeOptions(input), version: now.version, ...district };
    yield { status: 'done', id: kind, value: await client.setApprovalSetting(kind, wanted, options) };
  },
  print: { columns: SETTING_COLUMNS, rows: (setting) => [setting] },
};
