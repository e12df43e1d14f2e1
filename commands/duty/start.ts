import type { StartedDuty } from '@district/contract/types.ts';
import { itemsLines, shiftSpan } from '../../src/command/duty-lines.ts';
import { isOn, text } from '../../src/command/input.ts';
import { snoozeEnd } from '../../src/command/moment.ts';
import type { Operation } from '../../src/command/operation.ts';
import { WRITE_OPTIONS, writeOptions } from '../../src/command/shared-options.ts';
import { dutyMessages } from '../../src/i18n/messages/duty.ts';
import { translate } from '../../src/i18n/translate.ts';

export const start: Operation<StartedDuty> = {
  id: 'duty.start',
  summary: {
    zh: '接班:开始自己的班次,列出未销的交班事项',
    en: 'begin your shift, and see what was left to you',
  },
  effect: 'write',
  options: [
    {
      name: 'until',
      value: 'TIME',
      summary: {
        zh: '到什么时候:08:00、2026-11-26 08:00 或 8h(默认 12 小时,逢半点;最长 24h)',
        en: 'until when: 08:00, 2026-11-26 08:00 or 8h (12 hours unless told, on the half hour; 24h at most)',
      },
    },
    {
      name: 'take',
      summary: { zh: '上一班认领而未办完的,接着认领', en: 'claim what the shift before had claimed' },
    },
    ...WRITE_OPTIONS,
  ],
  examples: ['district duty start', 'district duty start --until 08:00 --take'],
  async *run(input, context) {
    const client = await context.client();
    const until = text(input, 'until');
    // By the platform's clock, which is the one that ends it.
    const now = until === undefined ? undefined : (await client.platform(context.signal)).now;
    const wish = {
      ...(until !== undefined && now !== undefined && { until: snoozeEnd(until, Date.parse(now)) }),
      ...(isOn(input, 'take') && { take: true }),
    };
    yield { status: 'done', value: await client.startDuty(wish, writeOptions(input)) };
  },
  print: {
    lines: ({ shift, taken, items }, language) => [
      translate(dutyMessages, language, 'started', { span: shiftSpan(shift) }),
      ...(taken.length > 0
        ? [translate(dutyMessages, language, 'taken', { n: taken.length, nos: taken.join(' ') })]
        : []),
      ...itemsLines(items, language),
    ],
  },
};
