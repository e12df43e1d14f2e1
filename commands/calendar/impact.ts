import type { CalendarImpact } from '@district/contract/types.ts';
import {
  readYearFile,
  YEAR_ARGUMENT,
  YEAR_FILE_OPTION,
  yearOf,
} from '../../src/command/calendar/year-file.ts';
import { impactLines } from '../../src/command/calendar/year-lines.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';

export const impact: Operation<CalendarImpact> = {
  id: 'calendar.impact',
  summary: {
    zh: '改日历之前:哪些期限会变动',
    en: 'before a calendar is set: which deadlines would move',
  },
  effect: 'read',
  arguments: [YEAR_ARGUMENT],
  options: [YEAR_FILE_OPTION],
  examples: ['district calendar impact 2027 --file 2027.json'],
  async *run(input, context) {
    const year = yearOf(text(input, 'year') ?? '');
    const wanted = await readYearFile(text(input, 'file') ?? '');
    const client = await context.client();
    const value = await client.setCalendarYear(year, wanted, { dryRun: true });
    yield { status: 'done', id: String(year), value };
  },
  print: { lines: impactLines },
};
