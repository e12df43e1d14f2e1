import type { AccountDetail } from '@district/contract/types.ts';
import { ROLES, type Role } from '@district/contract/vocabulary.ts';
import { accountLine } from '../../src/command/account/account-lines.ts';
import { WHO } from '../../src/command/account/who.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { REGION_OPTION, regionOf } from '../../src/command/region-option.ts';
import { WRITE_OPTIONS, writeOptions } from '../../src/command/shared-options.ts';
import { unitText } from '../../src/command/unit-text.ts';

export const give: Operation<AccountDetail> = {
  id: 'operators.give',
  summary: { zh: '授予岗位:角色、辖区、部门', en: 'give a post: role, region, agency' },
  effect: 'write',
  arguments: [
    WHO,
    { name: 'role', summary: { zh: '角色', en: 'role' }, required: true, variadic: false, choices: ROLES },
  ],
  options: [
    REGION_OPTION,
    {
      name: 'unit',
      value: 'UNIT',
      completes: 'unit',
      summary: { zh: '部门经办人的部门,如 agency:housing', en: 'an agency handler’s agency, agency:housing' },
    },
    ...WRITE_OPTIONS,
  ],
  keys: { operators: 'g' },
  examples: [
    'district operators give xinren street_operator --region 320302004',
    'district operators give xinren agency_handler --unit agency:housing',
  ],
  async *run(input, context) {
    const who = text(input, 'who') ?? '';
    const region = regionOf(input, 'region');
    const unit = text(input, 'unit');
    const post = {
      role: text(input, 'role') as Role,
      ...(region !== undefined && { region }),
      ...(unit !== undefined && { unit: unitText(unit, '--unit') }),
    };
    const client = await context.client();
    yield {
      status: 'done',
      id: who,
      value: await client.actOnOperator(who, 'give', post, writeOptions(input)),
    };
  },
  print: { lines: (account, language) => [accountLine(account, language)] },
};
