import { setTimeout as sleep } from 'node:timers/promises';
import type { NoticeDetail } from '@district/contract/types.ts';
import type { NoticeState } from '@district/contract/vocabulary.ts';
import { EXIT } from '../../src/command/exit-code.ts';
import { text } from '../../src/command/input.ts';
import { progressLine } from '../../src/command/notice/notice-lines.ts';
import { noticeNumber } from '../../src/command/notice/notice-number.ts';
import type { Operation } from '../../src/command/operation.ts';

/** Between two looks: 1,000 recipients take a tenth of it, so that a line is worth reading. */
const LOOK_INTERVAL_MS = 500;
/** States in which nothing more comes by itself. */
const SETTLED: readonly NoticeState[] = ['draft', 'sent', 'partially_failed', 'recalled'];

type Progress = Pick<NoticeDetail, 'no' | 'state' | 'counts'>;

export const watch: Operation<Progress> = {
  id: 'notices.watch',
  summary: { zh: '看着它发完:每有变化一行', en: 'follow it until it is done, a line for each change' },
  effect: 'read',
  follows: true,
  arguments: [
    { name: 'no', summary: { zh: '通知编号', en: 'notice number' }, required: true, variadic: false },
  ],
  examples: ['district notices watch TZ-GL261125-0001', 'district notices watch TZ-GL261125-0001 --json'],
  async *run(input, context) {
    const no = noticeNumber(text(input, 'no') ?? '');
    const client = await context.client();
    for (let before = ''; ; ) {
      const { state, counts } = await client.getNotice(no, context.signal);
      const now = JSON.stringify([state, counts]);
      if (now !== before) yield { status: 'done', id: no, value: { no, state, counts } };
      before = now;
      if (state === 'partially_failed')
        yield { status: 'failed', id: no, error: someFailed(no, counts.failed) };
      if (SETTLED.includes(state)) return;
      await sleep(LOOK_INTERVAL_MS, undefined, { signal: context.signal }).catch(() => undefined);
    }
  },
  print: { lines: ({ no, state, counts }, language) => [progressLine({ no, state, counts }, language)] },
};

function someFailed(no: string, failed: number) {
  return {
    kind: 'partially_failed',
    message: { en: `${no}: ${failed} not delivered.`, zh: `${no}:${failed} 人没有送达。` },
    hint: {
      en: `district notices deliveries ${no} --state failed lists them.`,
      zh: `district notices deliveries ${no} --state failed 列出是谁。`,
    },
    exit: EXIT.partlyDone,
  };
}
