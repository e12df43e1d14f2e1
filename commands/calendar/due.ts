import type { DueDate } from '@district/contract/types.ts';
import { LIMIT_UNITS, type LimitUnit } from '@district/contract/vocabulary.ts';
import { dueLines } from '../../src/command/calendar/account-lines.ts';
import { count, text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';

export const due: Operation<DueDate> = {
  id: 'calendar.due',
  summary: { zh: '推算期限,逐日说明', en: 'the end of a limit, day by day' },
  effect: 'read',
  options: [
    {
      name: 'from',
      value: 'DATE',
      required: true,
      summary: { zh: '起算日,次日为第 1 日', en: 'the day it starts; the first day is the day after' },
    },
    { name: 'limit', value: 'N', required: true, summary: { zh: '多少', en: 'how many' } },
    {
      name: 'unit',
      value: 'UNIT',
      choices: LIMIT_UNITS,
      summary: { zh: '单位,默认 working_day', en: 'of what, working days unless told' },
    },
  ],
  examples: ['district calendar due --from 2026-09-30 --limit 5 --unit working_day --json'],
  async *run(input, context) {
    const unit = text(input, 'unit') as LimitUnit | undefined;
    const query = {
      from: text(input, 'from') ?? '',
      limit: count(input, 'limit') ?? 1,
      ...(unit && { unit }),
    };
    const client = await context.client();
    yield { status: 'done', value: await client.reckonDue(query, context.signal) };
  },
  print: { lines: dueLines },
};
