import type { HandoverItem } from '@district/contract/types.ts';
import { eachItem } from '../../src/command/batch/each-item.ts';
import { acknowledgedLine } from '../../src/command/duty-lines.ts';
import { isOn, texts } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { DRY_RUN_OPTION, writeOptions } from '../../src/command/shared-options.ts';
import { quoted, usageFailure } from '../../src/command/usage-failure.ts';
import { dutyMessages } from '../../src/i18n/messages/duty.ts';
import { translate } from '../../src/i18n/translate.ts';

export const acknowledge: Operation<HandoverItem> = {
  id: 'duty.acknowledge',
  summary: { zh: '销项:交班事项看过、接下了', en: 'strike things handed over off the list' },
  effect: 'write',
  batch: true,
  arguments: [
    {
      name: 'item',
      summary: { zh: '单号,或事项的编号', en: 'request number, or id of the thing' },
      required: false,
      variadic: true,
    },
  ],
  options: [
    { name: 'all', summary: { zh: '全部未销的', en: 'all that is left' } },
    { name: 'take', summary: { zh: '同时认领其办件', en: 'claim its request as well' } },
    DRY_RUN_OPTION,
  ],
  examples: ['district duty acknowledge GL261112-0042 --take', 'district duty acknowledge --all'],
  async *run(input, context) {
    const client = await context.client();
    const wanted = texts(input, 'item');
    if (wanted.length === 0 && !isOn(input, 'all'))
      throw usageFailure(
        { en: 'Acknowledge what? Name it, or give --all.', zh: '销哪些?请写单号,或给出 --all。' },
        { en: dutyMessages.en.useStatus, zh: dutyMessages.zh.useStatus },
      );
    const { items } = await client.duty(context.signal);
    const ids = isOn(input, 'all')
      ? items.map(({ id }) => id)
      : [...new Set(wanted.flatMap((name) => matching(items, name)))];
    const take = isOn(input, 'take');
    const of = new Map(items.map((item) => [item.id, item] as const));
    yield* eachItem(ids, (id) =>
      client.acknowledge(id, take && of.get(id)?.request !== null, writeOptions(input)),
    );
  },
  print: { lines: (item, language) => [acknowledgedLine(item, language)] },
};

/** Those that a person means by a number or an id. */
function matching(items: readonly HandoverItem[], name: string): string[] {
  const wanted = name.trim();
  const found = items.filter(({ id, request }) => id === wanted || request?.no === wanted.toUpperCase());
  if (found.length > 0) return found.map(({ id }) => id);
  throw usageFailure(
    {
      en: translate(dutyMessages, 'en', 'nothingMatches', { what: quoted(name) }),
      zh: translate(dutyMessages, 'zh', 'nothingMatches', { what: quoted(name) }),
    },
    { en: dutyMessages.en.useStatus, zh: dutyMessages.zh.useStatus },
  );
}
