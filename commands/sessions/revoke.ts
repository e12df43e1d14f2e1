import type { Session } from '@district/contract/types.ts';
import { batchOperation } from '../../src/command/batch/batch-operation.ts';
import { texts } from '../../src/command/input.ts';
import { BATCH_OPTIONS } from '../../src/command/shared-options.ts';
import { timeText } from '../../src/i18n/time.ts';

export const revoke = batchOperation<Session>({
  id: 'sessions.revoke',
  summary: { zh: '结束会话,下一次调用起须重新登录', en: 'end sessions; each stops at its next call' },
  effect: 'severe',
  arguments: [
    { name: 'id', summary: { zh: '会话标识', en: 'the session’s id' }, required: true, variadic: true },
  ],
  options: BATCH_OPTIONS,
  examples: ['district sessions revoke 019ac6a0-0000-7000-8000-000000000000'],
  items: {
    ids: (input) => [...new Set(texts(input, 'id'))],
    writer: () => (client, id, options) => client.revokeSession(id, options),
    versionOf: () => null,
  },
  print: {
    lines: ({ id, operator, endedAt }, language) => [
      `${id}  ${operator.name}  ${language === 'zh' ? '已结束' : 'ended'} ${timeText(endedAt)}`,
    ],
  },
});
