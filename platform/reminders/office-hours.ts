import { OFFICE_CLOSES_MINUTE, OFFICE_OPENS_MINUTE } from '@district/contract/limits.ts';
import { addMinutes } from 'date-fns/addMinutes';
import { addDays, dateOf, type PlainDate, startOfDay } from '../calendar/plain-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';

/** Days walked for the next working one: the longest holiday has nine, and a calendar without any must not hang the platform. */
const DAYS_MAX = 30;

function opening(date: PlainDate): Date {
  return addMinutes(startOfDay(date), OFFICE_OPENS_MINUTE);
}

function closing(date: PlainDate): Date {
  return addMinutes(startOfDay(date), OFFICE_CLOSES_MINUTE);
}

/**
 * When a unit or a superior hears of something that came up at an instant: at once what is urgent or comes in office hours, the rest when
 * offices open next. Nobody is woken for a matter of days.
 */
export function heardAt(at: Date, urgent: boolean, calendar: WorkingCalendar): Date {
  if (urgent) return at;
  const today = dateOf(at);
  if (calendar.isWorkday(today)) {
    if (at < opening(today)) return opening(today);
    if (at < closing(today)) return at;
  }
  let next = addDays(today, 1);
  for (let days = 0; days < DAYS_MAX && !calendar.isWorkday(next); days += 1) next = addDays(next, 1);
  return opening(next);
}
