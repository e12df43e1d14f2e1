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
import { WRITE_OPTIONS, writeOptions } from '../../src/command/shared-options.ts';

export const set: Operation<CalendarImpact> = {
  id: 'calendar.set',
  summary: {
    zh: '设定一年的日历,重算所涉期限',
    en: 'set the calendar of a year and reckon the deadlines it touches anew',
  },
  effect: 'write',
  arguments: [YEAR_ARGUMENT],
  options: [YEAR_FILE_OPTION, ...WRITE_OPTIONS],
  examples: ['district calendar set 2027 --file 2027.json'],
  async *run(input, context) {
    const year = yearOf(text(input, 'year') ?? '');
    const wanted = await readYearFile(text(input, 'file') ?? '');
    const client = await context.client();
    // Based on what is set now: whoever sets the same year in between is not overwritten.
    const { version } = await client.calendarYear(year, context.signal);
    const value = await client.setCalendarYear(year, wanted, { ...writeOptions(input), version });
    yield { status: 'done', id: String(year), value };
  },
  print: { lines: impactLines },
};
