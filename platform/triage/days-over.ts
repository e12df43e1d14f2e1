import { addDays, dateOf, dueDateOf } from '../calendar/plain-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';

/** Working days begun since a deadline: one due yesterday at 24:00 is a day over today. */
export function workingDaysOver(dueAt: Date, now: Date, calendar: WorkingCalendar): number {
  if (now < dueAt) return 0;
  const today = dateOf(now);
  let days = 0;
  for (let date = addDays(dueDateOf(dueAt), 1); date <= today; date = addDays(date, 1))
    if (calendar.isWorkday(date)) days += 1;
  return days;
}
