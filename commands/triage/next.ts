import type { TriageCard } from '@district/contract/types.ts';
import type { Operation } from '../../src/command/operation.ts';
import { cardLines } from '../../src/command/triage-lines.ts';

export const next: Operation<TriageCard | null> = {
  id: 'triage.next',
  summary: {
    zh: '下一件没人认领的,连同建议;不改动什么',
    en: 'the next one that is free, with what is suggested; changes nothing',
  },
  effect: 'read',
  examples: ['district triage next', `district triage next --jq '.item.request.no'`],
  async *run(_input, context) {
    const client = await context.client();
    const { items } = await client.listTriage({ free: true, limit: 1 }, context.signal);
    const no = items[0]?.request.no;
    if (no === undefined)
      context.say(context.language === 'zh' ? '没有要分诊的。' : 'Nothing waits in triage.');
    yield {
      status: 'done',
      ...(no !== undefined && { id: no }),
      value: no === undefined ? null : await client.triageCard(no, context.signal),
    };
  },
  print: { lines: (card, language) => (card === null ? [] : cardLines(card, language)) },
};
