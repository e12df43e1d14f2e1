import type { AccountDetail } from '@district/contract/types.ts';
import { accountLines } from '../../src/command/account/account-lines.ts';
import { WHO } from '../../src/command/account/who.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';

export const show: Operation<AccountDetail> = {
  id: 'operators.show',
  summary: { zh: '查看一个账号:岗位、会话、能办的动作', en: 'one account: post, sessions, open actions' },
  effect: 'read',
  arguments: [WHO],
  examples: ['district operators show xinren'],
  async *run(input, context) {
    const who = text(input, 'who') ?? '';
    const client = await context.client();
    yield { status: 'done', id: who, value: await client.getOperator(who, context.signal) };
  },
  print: { lines: accountLines },
};
