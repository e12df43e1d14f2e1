import type { CountedDay } from '@district/contract/types.ts';
import { deadline, hourSpans, type Limit, type Pause, walkDays } from './deadline.ts';
import { dateOf, endOfDay, type PlainDate, yearOf } from './plain-date.ts';
import type { WorkingCalendar } from './working-calendar.ts';

const HOUR_MS = 3_600_000;

export interface Account {
  dueAt: Date;
  provisional: boolean;
  days: CountedDay[];
}

/** A deadline with each day on the way: what it counts, why, and where that stands. Ends exactly where `deadline` does. */
export function accountOf(
  startedAt: Date,
  limit: Limit,
  pauses: readonly Pause[],
  calendar: WorkingCalendar,
): Account {
  const { dueAt, provisional } = deadline(startedAt, limit, pauses, calendar);
  const days =
    limit.unit === 'hour'
      ? hourDays(startedAt, limit.limit, pauses)
      : countedDays(startedAt, limit, pauses, calendar);
  return { dueAt, provisional, days };
}

function countedDays(
  startedAt: Date,
  limit: Limit,
  pauses: readonly Pause[],
  calendar: WorkingCalendar,
): CountedDay[] {
  const days: CountedDay[] = [];
  walkDays(startedAt, limit, pauses, calendar, {
    visit: (date, why, total) => {
      const counted = total - (days.at(-1)?.total ?? 0);
      days.push({ date, why, counted, total, ...sourceOf(date, calendar) });
    },
  });
  return days;
}

/** Hours are told day by day too; a day that a pause cuts has a line for each part. */
function hourDays(startedAt: Date, hours: number, pauses: readonly Pause[]): CountedDay[] {
  const days: CountedDay[] = [];
  let total = 0;
  for (const { fromMs, toMs, why } of hourSpans(startedAt, hours, pauses)) {
    for (let atMs = fromMs; atMs < toMs; ) {
      const date = dateOf(new Date(atMs));
      const untilMs = Math.min(toMs, endOfDay(date).valueOf());
      const counted = why === 'paused' ? 0 : (untilMs - atMs) / HOUR_MS;
      total += counted;
      days.push({ date, why, counted: rounded(counted), total: rounded(total), name: null, source: null });
      atMs = untilMs;
    }
  }
  return days;
}

/** To the minute or so: two decimals of an hour. */
function rounded(hours: number): number {
  return Math.round(hours * 100) / 100;
}

function sourceOf(date: PlainDate, calendar: WorkingCalendar): Pick<CountedDay, 'name' | 'source'> {
  const special = calendar.specialDay(date);
  return {
    name: special?.name ?? null,
    source: special === undefined ? null : (calendar.paperOf(yearOf(date)) ?? null),
  };
}
