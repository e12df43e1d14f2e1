import type { Session } from '@district/contract/types.ts';
import { eachItem } from '../../src/command/batch.ts';
import { texts } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { BATCH_OPTIONS, writeOptions } from '../../src/command/shared-options.ts';
import { timeText } from '../../src/i18n/time.ts';

export const revoke: Operation<Session> = {
  id: 'sessions.revoke',
  summary: { zh: '结束会话,下一次调用起须重新登录', en: 'end sessions; each stops at its next call' },
  effect: 'severe',
  batch: true,
  arguments: [
    { name: 'id', summary: { zh: '会话标识', en: 'the session’s id' }, required: true, variadic: true },
  ],
  options: BATCH_OPTIONS,
  examples: ['district sessions revoke 019ac6a0-0000-7000-8000-000000000000'],
  async *run(input, context) {
    const ids = [...new Set(texts(input, 'id'))];
    const client = await context.client();
    yield* eachItem(ids, (id) =>
      client.revokeSession(id, writeOptions(input, ids.length > 1 ? id : undefined)),
    );
  },
  print: {
    lines: ({ id, operator, endedAt }, language) => [
      `${id}  ${operator.name}  ${language === 'zh' ? '已结束' : 'ended'} ${timeText(endedAt)}`,
    ],
  },
};
