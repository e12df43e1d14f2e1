import type { Token } from '@district/contract/types.ts';
import { eachItem } from '../../src/command/batch.ts';
import { texts } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { BATCH_OPTIONS, writeOptions } from '../../src/command/shared-options.ts';
import { timeText } from '../../src/i18n/time.ts';

export const revoke: Operation<Token> = {
  id: 'token.revoke',
  summary: { zh: '撤销令牌,下一次调用起即失效', en: 'revoke tokens; each stops at its next call' },
  effect: 'severe',
  batch: true,
  arguments: [
    { name: 'id', summary: { zh: '令牌标识', en: 'the token’s id' }, required: true, variadic: true },
  ],
  options: BATCH_OPTIONS,
  examples: ['district token revoke 019ac6a0-0000-7000-8000-000000000000'],
  async *run(input, context) {
    const ids = [...new Set(texts(input, 'id'))];
    const client = await context.client();
    yield* eachItem(ids, (id) =>
      client.revokeToken(id, writeOptions(input, ids.length > 1 ? id : undefined)),
    );
  },
  print: {
    lines: ({ name, operator, endedAt }, language) => [
      `${name}  ${operator.name}  ${language === 'zh' ? '失效于' : 'ended'} ${timeText(endedAt)}`,
    ],
  },
};
