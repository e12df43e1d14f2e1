import type { DayReason, LimitUnit } from '@district/contract/vocabulary.ts';
import { addHours } from 'date-fns/addHours';
import { addDays, dateOf, dueDateOf, endOfDay, type PlainDate, startOfDay } from './plain-date.ts';
import { isProvisional, isWeekend, type WorkingCalendar } from './working-calendar.ts';

const HOUR_MS = 3_600_000;
/** A light turns yellow when this share of the limit is left. */
const YELLOW_SHARE = 0.2;

export interface Limit {
  limit: number;
  unit: LimitUnit;
}

export interface Pause {
  from: Date;
  to: Date;
}

export interface Deadline {
  dueAt: Date;
  /** From here on the light is yellow: a fifth of the limit is left, or it is the last day. */
  yellowAt: Date;
  /** A year in between has no published calendar yet. */
  provisional: boolean;
}

/** Told of each day a day limit walks over; `counted` is the running total, the same as the day before where a day does not count. */
export type DayVisitor = (date: PlainDate, why: DayReason, counted: number) => void;

/**
 * The end of a limit. Day limits count from the day after `startedAt` and end at 24:00 Asia/Shanghai; a calendar-day limit that ends on
 * a rest day moves to the next working day; hours run day and night. A day in several pauses is left out once.
 */
export function deadline(
  startedAt: Date,
  limit: Limit,
  pauses: readonly Pause[],
  calendar: WorkingCalendar,
): Deadline {
  return limit.unit === 'hour'
    ? hourDeadline(startedAt, limit.limit, pauses)
    : dayDeadline(startedAt, limit, pauses, calendar);
}

function dayDeadline(
  startedAt: Date,
  limit: Limit,
  pauses: readonly Pause[],
  calendar: WorkingCalendar,
): Deadline {
  const first = dateOf(startedAt);
  const yellowFrom = Math.min(limit.limit, Math.ceil(limit.limit + 1 - limit.limit * YELLOW_SHARE));
  const { last, passed } = walkDays(startedAt, limit, pauses, calendar, { passing: yellowFrom });
  return {
    dueAt: endOfDay(last),
    yellowAt: startOfDay(passed),
    provisional: isProvisional(calendar, first, last),
  };
}

/** Walks a day limit from the day after its start to its last day; `passed` is the day on which the count reached `passing`. */
export function walkDays(
  startedAt: Date,
  { limit, unit }: Limit,
  pauses: readonly Pause[],
  calendar: WorkingCalendar,
  { passing = limit, visit }: { passing?: number; visit?: DayVisitor } = {},
): { last: PlainDate; passed: PlainDate } {
  const paused = pausedDates(pauses);
  let date = dateOf(startedAt);
  let passed = date;
  visit?.(date, 'start', 0);
  for (let counted = 0; counted < limit; ) {
    date = addDays(date, 1);
    if (paused.has(date)) visit?.(date, 'paused', counted);
    else if (unit === 'working_day' && !calendar.isWorkday(date))
      visit?.(date, restOf(date, calendar), counted);
    else {
      counted += 1;
      if (counted === passing) passed = date;
      visit?.(date, workOf(date, unit, calendar), counted);
    }
  }
  if (calendar.isWorkday(date)) return { last: date, passed };
  for (date = addDays(date, 1); !calendar.isWorkday(date); date = addDays(date, 1))
    visit?.(date, restOf(date, calendar), limit);
  visit?.(date, 'moved', limit);
  return { last: date, passed };
}

function restOf(date: PlainDate, calendar: WorkingCalendar): DayReason {
  return calendar.specialDay(date) === undefined ? 'weekend' : 'holiday';
}

function workOf(date: PlainDate, unit: LimitUnit, calendar: WorkingCalendar): DayReason {
  if (unit === 'calendar_day') return 'calendar_day';
  return isWeekend(date) ? 'adjusted_workday' : 'working_day';
}

/** From the day a pause begins up to, not including, the day it ends: a pause within one day stops nothing. */
function pausedDates(pauses: readonly Pause[]): Set<PlainDate> {
  const dates = new Set<PlainDate>();
  for (const pause of pauses) {
    for (let date = dateOf(pause.from); date < dateOf(pause.to); date = addDays(date, 1)) dates.add(date);
  }
  return dates;
}

export interface Span {
  fromMs: number;
  toMs: number;
  why: 'hours' | 'paused';
}

function hourDeadline(startedAt: Date, hours: number, pauses: readonly Pause[]): Deadline {
  const dueMs = hourSpans(startedAt, hours, pauses).at(-1)?.toMs ?? startedAt.valueOf();
  const dueAt = new Date(dueMs);
  const lastFifthMs = dueMs - hours * HOUR_MS * YELLOW_SHARE;
  const yellowMs = Math.max(
    startedAt.valueOf(),
    Math.min(lastFifthMs, startOfDay(dueDateOf(dueAt)).valueOf()),
  );
  return { dueAt, yellowAt: new Date(yellowMs), provisional: false };
}

/** How a limit of hours runs: spans that follow one another from its start to its end, running or paused. */
export function hourSpans(startedAt: Date, hours: number, pauses: readonly Pause[]): Span[] {
  const spans: Span[] = [];
  let atMs = startedAt.valueOf();
  let dueMs = addHours(startedAt, hours).valueOf();
  for (const pause of [...pauses].sort((a, b) => a.from.valueOf() - b.from.valueOf())) {
    const fromMs = Math.max(pause.from.valueOf(), atMs);
    const toMs = pause.to.valueOf();
    if (fromMs >= dueMs || toMs <= fromMs) continue;
    if (fromMs > atMs) spans.push({ fromMs: atMs, toMs: fromMs, why: 'hours' });
    spans.push({ fromMs, toMs, why: 'paused' });
    dueMs += toMs - fromMs;
    atMs = toMs;
  }
  if (dueMs > atMs) spans.push({ fromMs: atMs, toMs: dueMs, why: 'hours' });
  return spans;
}
