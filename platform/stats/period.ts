import { FIGURES_DAYS_MAX } from '@district/contract/limits.ts';
import { addDays, dateOf, endOfDay, type PlainDate, startOfDay } from '../calendar/plain-date.ts';
import { ProblemError } from '../http/problem.ts';

/** Whole days in Asia/Shanghai, both included. */
export interface Period {
  from: PlainDate;
  to: PlainDate;
}

export interface Month extends Period {
  /** `2026-09` */
  key: string;
}

/** The month up to today when neither end is named. */
export function periodAsked(from: PlainDate | undefined, to: PlainDate | undefined, now: Date): Period {
  const last = to ?? dateOf(now);
  const period = { from: from ?? `${last.slice(0, 7)}-01`, to: last };
  if (period.from > period.to) throw refused(`begins on ${period.from}, after its end on ${period.to}`);
  if (addDays(period.from, FIGURES_DAYS_MAX) <= period.to)
    throw refused(`from ${period.from} to ${period.to} is longer than ${FIGURES_DAYS_MAX} days`);
  return period;
}

function refused(message: string): ProblemError {
  return new ProblemError('invalid', `The period ${message}.`, { fields: [{ path: 'from', message }] });
}

/** The months that a period touches, the first and the last as far as it reaches. */
export function monthsOf({ from, to }: Period): Month[] {
  const months: Month[] = [];
  for (let first = from; first <= to; ) {
    const next = firstOfNextMonth(first);
    const last = addDays(next, -1);
    months.push({ key: first.slice(0, 7), from: first, to: last < to ? last : to });
    first = next;
  }
  return months;
}

/** The last `count` whole months, the last one that of `day`. */
export function monthsUpTo(day: PlainDate, count: number): Month[] {
  const last = {
    key: day.slice(0, 7),
    from: `${day.slice(0, 7)}-01`,
    to: addDays(firstOfNextMonth(day), -1),
  };
  return count === 1 ? [last] : [...monthsUpTo(addDays(last.from, -1), count - 1), last];
}

function firstOfNextMonth(day: PlainDate): PlainDate {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

export function beginOf({ from }: Period): Date {
  return startOfDay(from);
}

/** The first moment after the period. */
export function endOf({ to }: Period): Date {
  return endOfDay(to);
}
