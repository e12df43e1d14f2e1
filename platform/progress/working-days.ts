import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';

/** The working days of a span, counted once so that a thousand tasks need not walk the calendar each. */
export interface WorkingDays {
  /** Oldest first. */
  dates: readonly PlainDate[];
  /** Working days from `from` to `to`, both included. */
  count(from: PlainDate, to: PlainDate): number;
  /** The nth working day from `from` on, `from` being the first if it is one; walks past the span where it must. */
  nth(from: PlainDate, n: number): PlainDate;
}

export function workingDaysOf(calendar: WorkingCalendar, first: PlainDate, last: PlainDate): WorkingDays {
  const dates: PlainDate[] = [];
  /** How many working days there are before each date. */
  const before = new Map<PlainDate, number>();
  for (let date = first; date <= last; date = addDays(date, 1)) {
    before.set(date, dates.length);
    if (calendar.isWorkday(date)) dates.push(date);
  }
  const countBefore = (date: PlainDate) => (date < first ? 0 : (before.get(date) ?? dates.length));
  return {
    dates,
    count: (from, to) => Math.max(0, countBefore(addDays(to, 1)) - countBefore(from)),
    nth: (from, n) => {
      let date = addDays(from, -1);
      for (let left = n; left > 0; ) {
        date = addDays(date, 1);
        if (calendar.isWorkday(date)) left -= 1;
      }
      return date;
    },
  };
}
