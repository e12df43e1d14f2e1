import type { HandedOver } from '@district/contract/types.ts';
import { itemsLines } from '../../src/command/duty-lines.ts';
import { handoverNote } from '../../src/command/handover-note.ts';
import { text, texts } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { WRITE_OPTIONS, writeOptions } from '../../src/command/shared-options.ts';
import { dutyMessages } from '../../src/i18n/messages/duty.ts';
import { translate } from '../../src/i18n/translate.ts';

export const handover: Operation<HandedOver> = {
  id: 'duty.handover',
  summary: {
    zh: '交班:把没办完的留给下一班,认领随之放回',
    en: 'hand over: leave what is open to the next shift; your claims end',
  },
  effect: 'write',
  options: [
    { name: 'to', value: 'LOGIN', summary: { zh: '交给谁(登录名)', en: 'who comes, by login' } },
    {
      name: 'note',
      value: 'NO=TEXT',
      repeatable: true,
      summary: {
        zh: '交代一句;以单号开头的附在该件上',
        en: 'a note; one that begins with a number is about that request',
      },
    },
    ...WRITE_OPTIONS,
  ],
  keys: { workbench: 'h' },
  examples: [
    'district duty handover --dry-run',
    'district duty handover --to lina --note GL261112-0042=已约社区九点到场 --note 黄楼泵房夜里停过一次',
  ],
  async *run(input, context) {
    const client = await context.client();
    const to = text(input, 'to');
    const notes = texts(input, 'note').map(handoverNote);
    const wish = { ...(to !== undefined && { to }), ...(notes.length > 0 && { notes }) };
    yield { status: 'done', value: await client.handOver(wish, writeOptions(input)) };
  },
  print: {
    lines: ({ items, beyond, lapsed }, language) => [
      translate(dutyMessages, language, 'handed', { n: items.length, lapsed: lapsed.length }),
      ...itemsLines(items, language),
      ...(beyond > 0 ? [translate(dutyMessages, language, 'beyond', { n: beyond })] : []),
    ],
  },
};
