import type { ChangedAccount } from '@district/contract/types.ts';
import { WHO } from '../../src/command/account/who.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { WRITE_OPTIONS, writeOptions } from '../../src/command/shared-options.ts';

export const reset: Operation<ChangedAccount> = {
  id: 'operators.reset',
  summary: {
    zh: '给一个初始口令,首次登录须改;原有会话与令牌失效',
    en: 'give an initial password, to be changed at first; sessions and tokens end',
  },
  effect: 'severe',
  arguments: [WHO],
  options: WRITE_OPTIONS,
  keys: { operators: 'P' },
  examples: ['district operators reset xinren'],
  async *run(input, context) {
    const who = text(input, 'who') ?? '';
    const client = await context.client();
    const changed = await client.actOnOperator(who, 'reset_password', {}, writeOptions(input));
    const { name, initialPassword } = changed;
    const zh = context.language === 'zh';
    if (initialPassword === null)
      context.say(zh ? `${name}:口令不再显示。` : `${name}: the password is not shown again.`);
    else
      context.say(zh ? `${name} 的初始口令,只显示这一次:` : `Initial password of ${name}, shown this once:`);
    yield { status: 'done', id: who, value: changed };
  },
  print: { lines: ({ initialPassword }) => (initialPassword === null ? [] : [initialPassword]) },
};
