import { type PlainDate, weekday, yearOf } from './plain-date.ts';

export interface CalendarDay {
  date: PlainDate;
  working: boolean;
  name: string;
}

/** Which days are worked: the State Council's yearly calendar with 调休, over plain weekdays. */
export interface WorkingCalendar {
  isWorkday(date: PlainDate): boolean;
  /** False for a year whose calendar is not out: its days are a guess from the weekday. */
  isPublished(year: number): boolean;
}

export function workingCalendar(
  days: readonly CalendarDay[],
  publishedYears: readonly number[],
): WorkingCalendar {
  const byDate = new Map(days.map((day) => [day.date, day.working]));
  const published = new Set(publishedYears);
  return {
    isWorkday: (date) => byDate.get(date) ?? (weekday(date) !== 0 && weekday(date) !== 6),
    isPublished: (year) => published.has(year),
  };
}

export function isProvisional(calendar: WorkingCalendar, from: PlainDate, to: PlainDate): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) if (!calendar.isPublished(year)) return true;
  return false;
}
