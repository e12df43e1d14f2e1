import type { CalendarYear } from '@district/contract/types.ts';
import { YEAR_ARGUMENT, yearOf } from '../../src/command/calendar/year-file.ts';
import { yearLines } from '../../src/command/calendar/year-lines.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';

export const show: Operation<CalendarYear> = {
  id: 'calendar.show',
  summary: {
    zh: '一年的放假和调休上班日,及所据文件',
    en: 'holidays and exchanged working days of a year, with their paper',
  },
  effect: 'read',
  arguments: [YEAR_ARGUMENT],
  examples: ['district calendar show 2026', 'district calendar show 2026 --json > 2027.json'],
  async *run(input, context) {
    const year = yearOf(text(input, 'year') ?? '');
    const client = await context.client();
    yield { status: 'done', id: String(year), value: await client.calendarYear(year, context.signal) };
  },
  print: { lines: yearLines },
};
