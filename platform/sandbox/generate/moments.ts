import { addDays, dateOf, type PlainDate, startOfDay } from '../../calendar/plain-date.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { Random } from './random.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

/** When somebody is at work: minutes of the day from–to, and whether on rest days too. */
export interface Hours {
  spans: readonly (readonly [number, number])[];
  restDays: boolean;
}

export const OFFICE: Hours = {
  spans: [
    [8 * 60 + 30, 12 * 60],
    [14 * 60, 18 * 60],
  ],
  restDays: false,
};
/** The centre's duty desk is manned every day. */
export const DUTY_DESK: Hours = { spans: [[7 * 60 + 30, 21 * 60 + 30]], restDays: true };
/** Crews for urgent matters go out day and night, because hour limits run day and night. */
export const ON_CALL: Hours = { spans: [[0, 24 * 60]], restDays: true };

export function minutesLater(at: Date, minutes: number): Date {
  return new Date(at.valueOf() + minutes * MINUTE_MS);
}

/** The moment itself if somebody is at work then, else shortly after they are back. */
export function atWork(at: Date, hours: Hours, calendar: WorkingCalendar, random: Random): Date {
  for (let date = dateOf(at); ; date = addDays(date, 1)) {
    if (!hours.restDays && !calendar.isWorkday(date)) continue;
    const midnight = startOfDay(date);
    for (const [from, to] of hours.spans) {
      if (at < minutesLater(midnight, from)) return minutesLater(midnight, from + random.next() * 55);
      if (at < minutesLater(midnight, to)) return at;
    }
  }
}

/** A working moment about `share` of the way from one instant to another; undefined when nobody works in between. */
function betweenAtWork(
  from: Date,
  to: Date,
  share: number,
  hours: Hours,
  calendar: WorkingCalendar,
  random: Random,
): Date | undefined {
  const wished = new Date(from.valueOf() + share * (to.valueOf() - from.valueOf()));
  const found = [wished, from].map((at) => atWork(at, hours, calendar, random));
  return found.find((at) => at > from && at < to);
}

/** The date so many working days before (negative) or after. */
export function shiftWorkdays(date: PlainDate, workdays: number, calendar: WorkingCalendar): PlainDate {
  const step = workdays < 0 ? -1 : 1;
  let shifted = date;
  for (let left = Math.abs(workdays); left > 0; ) {
    shifted = addDays(shifted, step);
    if (calendar.isWorkday(shifted)) left -= 1;
  }
  return shifted;
}

/** A moment in office hours of the date. */
export function inOffice(date: PlainDate, random: Random): Date {
  const [from, to] = random.pick(OFFICE.spans);
  return minutesLater(startOfDay(date), from + random.next() * (to - from - 1));
}
