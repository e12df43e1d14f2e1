import type { LimitUnit } from '@district/contract/vocabulary.ts';
import { addHours } from 'date-fns/addHours';
import { addDays, dateOf, dueDateOf, endOfDay, type PlainDate, startOfDay } from './plain-date.ts';
import { isProvisional, type WorkingCalendar } from './working-calendar.ts';

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
  const paused = pausedDates(pauses);
  const first = dateOf(startedAt);
  const yellowFrom = Math.min(limit.limit, Math.ceil(limit.limit + 1 - limit.limit * YELLOW_SHARE));
  let date = first;
  let yellow = first;
  for (let counted = 0; counted < limit.limit; ) {
    date = addDays(date, 1);
    if (paused.has(date) || (limit.unit === 'working_day' && !calendar.isWorkday(date))) continue;
    counted += 1;
    if (counted === yellowFrom) yellow = date;
  }
  while (!calendar.isWorkday(date)) date = addDays(date, 1);
  return {
    dueAt: endOfDay(date),
    yellowAt: startOfDay(yellow),
    provisional: isProvisional(calendar, first, date),
  };
}

/** From the day a pause begins up to, not including, the day it ends: a pause within one day stops nothing. */
function pausedDates(pauses: readonly Pause[]): Set<PlainDate> {
  const dates = new Set<PlainDate>();
  for (const pause of pauses) {
    for (let date = dateOf(pause.from); date < dateOf(pause.to); date = addDays(date, 1)) dates.add(date);
  }
  return dates;
}

function hourDeadline(startedAt: Date, hours: number, pauses: readonly Pause[]): Deadline {
  let dueMs = addHours(startedAt, hours).valueOf();
  let coveredUntilMs = startedAt.valueOf();
  for (const pause of [...pauses].sort((a, b) => a.from.valueOf() - b.from.valueOf())) {
    const fromMs = Math.max(pause.from.valueOf(), coveredUntilMs);
    if (fromMs >= dueMs || pause.to.valueOf() <= fromMs) continue;
    dueMs += pause.to.valueOf() - fromMs;
    coveredUntilMs = pause.to.valueOf();
  }
  const dueAt = new Date(dueMs);
  const lastFifthMs = dueMs - hours * HOUR_MS * YELLOW_SHARE;
  const yellowMs = Math.max(
    startedAt.valueOf(),
    Math.min(lastFifthMs, startOfDay(dueDateOf(dueAt)).valueOf()),
  );
  return { dueAt, yellowAt: new Date(yellowMs), provisional: false };
}
