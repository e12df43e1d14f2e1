import type { Account, Page } from '@district/contract/types.ts';
import { ROLES, type Role } from '@district/contract/vocabulary.ts';
import { placeText } from '../../src/command/account/account-lines.ts';
import { text } from '../../src/command/input.ts';
import type { Column, Operation } from '../../src/command/operation.ts';
import { collectPages, PAGE_OPTIONS } from '../../src/command/paging.ts';
import { REGION_OPTION, regionOf } from '../../src/command/region-option.ts';
import { roleText } from '../../src/i18n/words.ts';

const COLUMNS: readonly Column<Account>[] = [
  { header: { zh: '登录名', en: 'LOGIN' }, cell: ({ login, id }) => login ?? id, whole: true },
  { header: { zh: '姓名', en: 'NAME' }, cell: ({ name }) => name },
  { header: { zh: '岗位', en: 'ROLE' }, cell: ({ role }, language) => roleText(role, language) },
  { header: { zh: '辖区', en: 'REGION' }, cell: placeText, priority: 1 },
  { header: { zh: '代码', en: 'CODE' }, cell: ({ region }) => region.code, whole: true, priority: 3 },
  {
    header: { zh: '状态', en: 'STATE' },
    cell: ({ disabledAt }, language) =>
      disabledAt === null ? (language === 'zh' ? '在用' : 'in use') : language === 'zh' ? '停用' : 'disabled',
    priority: 2,
  },
];

export const list: Operation<Page<Account>> = {
  id: 'operators.list',
  summary: { zh: '列出辖区内的账号与岗位', en: 'list accounts and posts of one’s area' },
  effect: 'read',
  options: [
    {
      name: 'role',
      value: 'ROLE',
      choices: [...ROLES, 'none'],
      summary: { zh: '角色,none 为尚无岗位', en: 'role; none for those without one' },
    },
    REGION_OPTION,
    { name: 'q', value: 'TEXT', summary: { zh: '姓名或登录名的一部分', en: 'part of the name or login' } },
    ...PAGE_OPTIONS,
  ],
  examples: ['district operators list --role none', 'district operators list --q 王 --json login,name,role'],
  async *run(input, context) {
    const role = text(input, 'role') as Role | 'none' | undefined;
    const region = regionOf(input, 'region');
    const q = text(input, 'q');
    const wish = {
      ...(role !== undefined && { role }),
      ...(region !== undefined && { region }),
      ...(q !== undefined && { q }),
    };
    const client = await context.client();
    yield {
      status: 'done',
      value: await collectPages(input, context, (page) =>
        client.listOperators({ ...wish, ...page }, context.signal),
      ),
    };
  },
  print: { columns: COLUMNS, rows: (page) => page.items },
};
