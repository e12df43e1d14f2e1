import { addDays, dateOf, dueDateOf } from '../calendar/plain-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { RequestRow } from '../store/schema/requests.ts';

/** Working days begun since a deadline: one due yesterday at 24:00 is a day over today. */
function workingDaysOver(dueAt: Date | null, now: Date, calendar: WorkingCalendar): number {
  if (dueAt === null || now < dueAt) return 0;
  const today = dateOf(now);
  let days = 0;
  for (let date = addDays(dueDateOf(dueAt), 1); date <= today; date = addDays(date, 1))
    if (calendar.isWorkday(date)) days += 1;
  return days;
}

/** How long a request is over both its deadlines; a paused clock shows the moment it stopped. */
export function daysOver(
  row: Pick<RequestRow, 'promised_due_at' | 'statutory_due_at' | 'paused_since'>,
  now: Date,
  calendar: WorkingCalendar,
): { daysOverdue: number; daysPastStatutory: number } {
  const at = row.paused_since ?? now;
  return {
    daysOverdue: workingDaysOver(row.promised_due_at, at, calendar),
    daysPastStatutory: workingDaysOver(row.statutory_due_at, at, calendar),
  };
}
