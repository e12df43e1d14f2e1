import { type PlainDate, weekday, yearOf } from './plain-date.ts';

export interface CalendarDay {
  date: PlainDate;
  working: boolean;
  name: string;
}

/** A year's paper, such as 国办发明电〔2025〕7号: where its days come from. */
export interface PublishedYear {
  year: number;
  paper: string;
}

/** Which days are worked: the State Council's yearly calendar with 调休, over plain weekdays. */
export interface WorkingCalendar {
  isWorkday(date: PlainDate): boolean;
  /** A holiday, or a Saturday or Sunday worked in exchange; undefined for a day that is what its weekday says. */
  specialDay(date: PlainDate): CalendarDay | undefined;
  /** Undefined for a year whose calendar is not out: its days are a guess from the weekday. */
  paperOf(year: number): string | undefined;
}

export function workingCalendar(
  days: readonly CalendarDay[],
  years: readonly PublishedYear[],
): WorkingCalendar {
  const byDate = new Map(days.map((day) => [day.date, day]));
  const papers = new Map(years.map(({ year, paper }) => [year, paper]));
  return {
    isWorkday: (date) => byDate.get(date)?.working ?? !isWeekend(date),
    specialDay: (date) => byDate.get(date),
    paperOf: (year) => papers.get(year),
  };
}

export function isWeekend(date: PlainDate): boolean {
  return weekday(date) === 0 || weekday(date) === 6;
}

export function isProvisional(calendar: WorkingCalendar, from: PlainDate, to: PlainDate): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year += 1)
    if (calendar.paperOf(year) === undefined) return true;
  return false;
}
