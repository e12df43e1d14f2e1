import type { Verdict } from '@district/contract/vocabulary.ts';
import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { isProvisional, type WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Group } from './counts.ts';
import {
  coverageOf,
  expectedOfAll,
  forecastOf,
  gapOf,
  isBehind,
  paceNeededOf,
  paceOf,
  type Tally,
  targetOf,
  verdictOf,
} from './rules.ts';
import { type WorkingDays, workingDaysOf } from './working-days.ts';

/** The day it is, and the working days that matter to what is asked. */
export interface Reckoning {
  today: PlainDate;
  days: WorkingDays;
  calendar: WorkingCalendar;
}

/** A reckoning over the span of all tasks of the groups. */
export function reckoningOf(
  groups: readonly Group[],
  today: PlainDate,
  calendar: WorkingCalendar,
): Reckoning {
  let [first, last] = [today, today];
  for (const { tasks } of groups) {
    for (const { startDate, dueDate } of tasks) {
      if (startDate !== null && startDate < first) first = startDate;
      if (dueDate > last) last = dueDate;
    }
  }
  return { today, calendar, days: workingDaysOf(calendar, first, last) };
}

export interface DayTally extends Tally {
  date: PlainDate;
}

/** What was there at the end of each finished working day since the start. */
export function talliesOf(group: Group, { today, days }: Reckoning): DayTally[] {
  const start = startOf(group.tasks);
  if (start === null) return [];
  const added = group.days();
  const tallies: DayTally[] = [];
  let [entered, accurate, next] = [0, 0, 0];
  for (const date of days.dates) {
    if (date >= today) break;
    for (let day = added[next]; day !== undefined && day.date <= date; day = added[next]) {
      entered += day.entered;
      accurate += day.accurate;
      next += 1;
    }
    if (date >= start) tallies.push({ date, entered, accurate });
  }
  return tallies;
}

function startOf(tasks: Group['tasks']): PlainDate | null {
  const starts = tasks.flatMap(({ startDate }) => (startDate === null ? [] : [startDate]));
  return starts.length === 0 ? null : starts.reduce((a, b) => (a < b ? a : b));
}

/** Everything the contract says of a group but what and where it is. */
export function figuresOf(group: Group, reckoning: Reckoning) {
  const { tasks, totals } = group;
  const { today, days, calendar } = reckoning;
  const { entered, complete, accurate, on_time } = totals;
  const target = targetOf(tasks);
  const startDate = startOf(tasks);
  const dueDate = tasks.reduce((latest, task) => (task.dueDate > latest ? task.dueDate : latest), '');
  const expected = expectedOfAll(tasks, addDays(today, -1), days);
  const coverage = coverageOf(entered, target);
  const tallies = talliesOf(group, reckoning);
  const started = startDate !== null && startDate <= today;
  const verdict: Verdict = started ? verdictOf({ entered, accurate }, target, expected) : 'not_started';
  const pace = paceOf(tallies);
  const left = target - entered;
  const paceNeeded = paceNeededOf(left, today, dueDate, days);
  const [source, ...others] = new Set(tasks.map(({ targetSource }) => targetSource));
  return {
    target,
    targetSourceZh: others.length === 0 ? (source ?? null) : null,
    entered,
    coverage: rounded(coverage),
    completeness: shareOf(complete, entered),
    accuracy: shareOf(accurate, entered),
    timeliness: shareOf(on_time, entered),
    expected: rounded(expected),
    gap: gapOf(coverage, expected),
    behindSince: isBehind(verdict) ? behindSince(group, tallies, reckoning) : null,
    forecastAt: forecastOf(left, pace, today, days),
    verdict,
    pace: Math.round(pace * 10) / 10,
    paceNeeded: paceNeeded === null ? null : Math.ceil(paceNeeded * 10) / 10,
    startDate,
    dueDate,
    provisional: isProvisional(calendar, startDate ?? today, dueDate),
  };
}

/** Back from today to the first day of the run in which it was behind on every working day. */
function behindSince({ tasks }: Group, tallies: readonly DayTally[], { today, days }: Reckoning): PlainDate {
  const target = targetOf(tasks);
  let since = today;
  for (const tally of tallies.toReversed()) {
    if (!isBehind(verdictOf(tally, target, expectedOfAll(tasks, tally.date, days)))) break;
    since = tally.date;
  }
  return since;
}

/** Four decimals: a hundredth of a percentage point, one record of the largest community. */
export function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : rounded(part / whole);
}
