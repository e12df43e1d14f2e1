import type { Token } from '@district/contract/types.ts';
import { batchOperation } from '../../src/command/batch/batch-operation.ts';
import { texts } from '../../src/command/input.ts';
import { BATCH_OPTIONS } from '../../src/command/shared-options.ts';
import { timeText } from '../../src/i18n/time.ts';

export const revoke = batchOperation<Token>({
  id: 'token.revoke',
  summary: { zh: '撤销令牌,下一次调用起即失效', en: 'revoke tokens; each stops at its next call' },
  effect: 'severe',
  arguments: [
    { name: 'id', summary: { zh: '令牌标识', en: 'the token’s id' }, required: true, variadic: true },
  ],
  options: BATCH_OPTIONS,
  examples: ['district token revoke 019ac6a0-0000-7000-8000-000000000000'],
  items: {
    ids: (input) => [...new Set(texts(input, 'id'))],
    writer: () => (client, id, options) => client.revokeToken(id, options),
    versionOf: () => null,
  },
  print: {
    lines: ({ name, operator, endedAt }, language) => [
      `${name}  ${operator.name}  ${language === 'zh' ? '失效于' : 'ended'} ${timeText(endedAt)}`,
    ],
  },
});
