import type { AccountDetail } from '@district/contract/types.ts';
import { accountLine } from '../../src/command/account/account-lines.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { REGION_OPTION, regionOf } from '../../src/command/region-option.ts';
import { WRITE_OPTIONS, writeOptions } from '../../src/command/shared-options.ts';

export const add: Operation<AccountDetail> = {
  id: 'operators.add',
  summary: { zh: '新增账号,岗位由安全管理员授予', en: 'add an account; a security officer gives it a role' },
  effect: 'write',
  options: [
    { name: 'name', value: 'TEXT', required: true, summary: { zh: '姓名', en: 'the person’s name' } },
    {
      name: 'login',
      value: 'LOGIN',
      required: true,
      summary: {
        zh: '登录名:小写字母开头,2至32位',
        en: 'name to sign in with: lower case, 2 to 32 characters',
      },
    },
    { ...REGION_OPTION, required: true },
    ...WRITE_OPTIONS,
  ],
  keys: { operators: 'n' },
  examples: ['district operators add --name 新人 --login xinren --region 320302004'],
  async *run(input, context) {
    const account = {
      name: text(input, 'name') ?? '',
      login: text(input, 'login') ?? '',
      region: regionOf(input, 'region') ?? '',
    };
    const added = await (await context.client()).addOperator(account, writeOptions(input));
    yield { status: 'done', id: added.id, value: added };
  },
  print: {
    lines: (account, language) => [
      accountLine(account, language),
      language === 'zh'
        ? `由安全管理员授予岗位:district operators give ${account.login} 角色`
        : `A security officer gives it a role: district operators give ${account.login} ROLE`,
    ],
  },
};
