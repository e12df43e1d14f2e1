import type { DistrictEvent } from '@district/contract/types.ts';
import { followEvents } from '../../src/command/follow-events.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { exactTimeText } from '../../src/i18n/time.ts';
import { eventActionText, stateText } from '../../src/i18n/words.ts';

export const watch: Operation<DistrictEvent> = {
  id: 'requests.watch',
  summary: {
    zh: '看着办件的变化,一条一行,Ctrl-C 结束',
    en: 'follow what happens to requests, a line each, until Ctrl-C',
  },
  effect: 'read',
  follows: true,
  options: [
    {
      name: 'after',
      value: 'ID',
      summary: { zh: '从这条之后接着看(每条的 id)', en: 'go on after this event, by its id' },
    },
  ],
  examples: ['district requests watch --ndjson', 'district requests watch --ndjson --after 1024.88'],
  async *run(input, context) {
    for await (const event of followEvents(context, text(input, 'after')))
      if (/^(?:request|approval)\./.test(event.type)) yield { status: 'done', id: event.id, value: event };
  },
  print: {
    lines: ({ at, no, action, state, by }, language) => [
      [
        exactTimeText(at),
        no,
        eventActionText(action, language),
        stateText(state as never, language),
        by ?? '-',
      ].join('  '),
    ],
  },
};
