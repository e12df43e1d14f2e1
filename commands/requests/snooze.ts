import type { Snooze } from '@district/contract/types.ts';
import { text } from '../../src/command/input.ts';
import { snoozeEnd } from '../../src/command/moment.ts';
import type { Operation } from '../../src/command/operation.ts';
import { eachRequest, REQUESTS_ARGUMENT } from '../../src/command/request-batch.ts';
import { BATCH_OPTIONS } from '../../src/command/shared-options.ts';
import { snoozeLine } from '../../src/command/snooze-line.ts';

export const snooze: Operation<Snooze> = {
  id: 'requests.snooze',
  summary: {
    zh: '稍后:从自己的分诊里放一放,到时自己回来',
    en: 'put off in your own triage; it comes back by itself',
  },
  effect: 'write',
  batch: true,
  arguments: [REQUESTS_ARGUMENT],
  options: [
    {
      name: 'until',
      value: 'TIME',
      required: true,
      summary: {
        zh: '到什么时候:14:00、2026-11-26 08:30 或 2h(最长 72h)',
        en: 'until when: 14:00, 2026-11-26 08:30 or 2h (72h at most)',
      },
    },
    ...BATCH_OPTIONS,
  ],
  keys: { triage: 'z' },
  examples: ['district requests snooze GL261112-0042 --until 14:00'],
  async *run(input, context) {
    // By the platform's clock, which is the one that wakes it.
    const { now } = await (await context.client()).platform(context.signal);
    const until = snoozeEnd(text(input, 'until') ?? '', Date.parse(now));
    yield* eachRequest(input, context, (client, no, options) => client.snooze(no, until, options));
  },
  print: { lines: (outcome, language) => [snoozeLine(outcome, language)] },
};
