import { ACCURACY_MIN, BEHIND_POINTS_MIN, PACE_WORKING_DAYS } from '@district/contract/limits.ts';
import type { Verdict } from '@district/contract/vocabulary.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { WorkingDays } from './working-days.ts';

/** Working days a forecast looks ahead at most: three years; beyond that a pace says nothing but "never". */
const FORECAST_WORKING_DAYS_MAX = 750;

/** Of a day: a division in binary that comes out a hair above a whole day is that day. */
const ROUNDING = 1e-9;

export interface Task {
  target: number;
  /** Null until the place has the platform. */
  startDate: PlainDate | null;
  dueDate: PlainDate;
}

/** What was there at the end of a day. */
export interface Tally {
  entered: number;
  accurate: number;
}

/** The coverage a task should have at the end of `date`: a straight line over the working days from its start to its due date. */
export function expectedOf(task: Task, date: PlainDate, days: WorkingDays): number {
  if (task.startDate === null || date < task.startDate) return 0;
  if (date >= task.dueDate) return 1;
  const all = days.count(task.startDate, task.dueDate);
  return all === 0 ? 1 : days.count(task.startDate, date) / all;
}

/** Of several tasks, each weighing as much as there is to enter. */
export function expectedOfAll(tasks: readonly Task[], date: PlainDate, days: WorkingDays): number {
  const target = targetOf(tasks);
  if (target === 0) return 1;
  let due = 0;
  for (const task of tasks) due += task.target * expectedOf(task, date, days);
  return due / target;
}

export function targetOf(tasks: readonly Task[]): number {
  return tasks.reduce((sum, task) => sum + task.target, 0);
}

/** Nothing to enter is everything entered. */
export function coverageOf(entered: number, target: number): number {
  return target === 0 ? 1 : entered / target;
}

/** Percentage points with one decimal, as shown: what is judged is what is seen. */
export function gapOf(coverage: number, expected: number): number {
  return Math.round((coverage - expected) * 1_000) / 10;
}

/** Speed counts only for what is right: ahead of its schedule with too many wrong records is behind as well. */
export function verdictOf(tally: Tally, target: number, expected: number): Exclude<Verdict, 'not_started'> {
  if (gapOf(coverageOf(tally.entered, target), expected) <= -BEHIND_POINTS_MIN) return 'behind';
  if (tally.entered > 0 && tally.accurate / tally.entered < ACCURACY_MIN) return 'fast_and_wrong';
  return tally.entered >= target ? 'complete' : 'on_track';
}

export function isBehind(verdict: Verdict): boolean {
  return verdict === 'behind' || verdict === 'fast_and_wrong';
}

/** Units a working day over the last five finished ones, or over those since the start when there are fewer. */
export function paceOf(tallies: readonly Tally[]): number {
  const spanned = Math.min(PACE_WORKING_DAYS, tallies.length);
  if (spanned === 0) return 0;
  return ((tallies.at(-1)?.entered ?? 0) - (tallies.at(-1 - spanned)?.entered ?? 0)) / spanned;
}

/** The day the rest is entered at this pace, today being the first; null when it is done, or would never be. */
export function forecastOf(
  left: number,
  pace: number,
  today: PlainDate,
  days: WorkingDays,
): PlainDate | null {
  if (left <= 0 || pace <= 0) return null;
  const needed = Math.ceil(left / pace - ROUNDING);
  return needed > FORECAST_WORKING_DAYS_MAX ? null : days.nth(today, needed);
}

/** Units a working day that finish it when due; null when no day is left. */
export function paceNeededOf(
  left: number,
  today: PlainDate,
  dueDate: PlainDate,
  days: WorkingDays,
): number | null {
  const daysLeft = days.count(today, dueDate);
  if (left <= 0) return 0;
  return daysLeft === 0 ? null : left / daysLeft;
}
