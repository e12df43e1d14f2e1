// The data file, not the functions: those read a date in the machine's zone and are a day off west of UTC.
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { PlainDate } from './plain-date.ts';
import type { CalendarDay, PublishedYear } from './working-calendar.ts';

const HOLIDAYS: Readonly<Record<PlainDate, string>> = published.holidays;
const WORKDAYS: Readonly<Record<PlainDate, string>> = published.workdays;

/** Years whose State Council calendar the package carries, each with the paper that sets it. */
export function stateCouncilYears(): PublishedYear[] {
  const years = new Set(Object.keys(HOLIDAYS).map((date) => Number(date.slice(0, 4))));
  return [...years].sort().map((year) => ({ year, paper: `国务院办公厅关于${year}年部分节假日安排的通知` }));
}

/** Holidays, and the Saturdays and Sundays worked in exchange (调休), of all those years. */
export function stateCouncilDays(): CalendarDay[] {
  const days = (entries: Readonly<Record<PlainDate, string>>, working: boolean) =>
    Object.entries(entries).map(([date, name]) => ({ date, working, name: name.split(',')[1] ?? name }));
  return [...days(HOLIDAYS, false), ...days(WORKDAYS, true)];
}
