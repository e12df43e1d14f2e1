import type { Page, Token } from '@district/contract/types.ts';
import { OPERATOR_OPTION, whose } from '../../src/command/account/whose.ts';
import type { Column, Operation } from '../../src/command/operation.ts';
import { collectPages, PAGE_OPTIONS } from '../../src/command/paging.ts';
import { dueText, timeText } from '../../src/i18n/time.ts';

const COLUMNS: readonly Column<Token>[] = [
  { header: { zh: '标识', en: 'ID' }, cell: ({ id }) => id, whole: true },
  { header: { zh: '名称', en: 'NAME' }, cell: ({ name }) => name },
  {
    header: { zh: '权限范围', en: 'SCOPES' },
    cell: ({ scopes }, language) => scopes?.join(' ') ?? (language === 'zh' ? '全部' : 'all'),
  },
  { header: { zh: '到期', en: 'UNTIL' }, cell: ({ expiresAt }) => dueText(expiresAt), whole: true },
  {
    header: { zh: '上次使用', en: 'LAST USED' },
    cell: ({ usedAt }) => timeText(usedAt),
    whole: true,
    priority: 1,
  },
];

export const list: Operation<Page<Token>> = {
  id: 'token.list',
  summary: { zh: '列出脚本令牌(看不到令牌本身)', en: 'list scripts’ tokens, never the tokens themselves' },
  effect: 'read',
  options: [OPERATOR_OPTION, ...PAGE_OPTIONS],
  examples: ['district token list', 'district token list --json id,name,expiresAt'],
  async *run(input, context) {
    const client = await context.client();
    yield {
      status: 'done',
      value: await collectPages(input, context, (page) =>
        client.listTokens({ ...whose(input), ...page }, context.signal),
      ),
    };
  },
  print: { columns: COLUMNS, rows: (page) => page.items },
};
