import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { expectedOf, verdictOf } from '../../../platform/progress/rules.ts';
import { workingDaysOf } from '../../../platform/progress/working-days.ts';
import { type GeneratedTask, generateEntry } from '../../../platform/sandbox/generate/entry.ts';
import { calendar } from './generated.ts';

const ANCHOR = '2026-11-25';
const YESTERDAY = '2026-11-24';
const days = workingDaysOf(calendar, '2026-01-01', '2027-12-31');

function sum(tasks: readonly GeneratedTask[], of: 'entered' | 'accurate'): number {
  return tasks.flatMap((task) => task.counts()).reduce((total, row) => total + row[of], 0);
}

function targets(tasks: readonly GeneratedTask[]): number {
  return tasks.reduce((total, { task }) => total + task.target, 0);
}

test('is of the source’s size: all of Gulou’s communities, over 50,000 households, nearly 150,000 persons', () => {
  const { tasks } = generateEntry(ANCHOR, calendar);
  const gulou = tasks.filter(({ task }) => task.district === '320302');
  expect(new Set(gulou.map(({ task }) => task.region)).size).toBe(73);
  const of = (dataset: string) => targets(gulou.filter(({ task }) => task.dataset === dataset));
  expect(of('household')).toBeGreaterThan(50_000);
  expect(of('household')).toBeLessThan(51_000);
  expect(of('person')).toBeLessThan(150_000);
  expect(of('person')).toBeGreaterThan(149_000);
});

test('holds a street that is furthest behind, one fast and wrong, one finished and one without the platform', () => {
  const { tasks, rollout } = generateEntry(ANCHOR, calendar);
  const verdict = (street: string) => {
    const own = tasks.filter(({ task }) => task.street === street && task.dataset === 'person');
    const tally = { entered: sum(own, 'entered'), accurate: sum(own, 'accurate') };
    const task = own[0]?.task;
    const schedule = { target: 1, startDate: task?.start_date ?? null, dueDate: task?.due_date ?? '' };
    return verdictOf(tally, targets(own), expectedOf(schedule, YESTERDAY, days));
  };
  expect(verdict('320302008000')).toBe('behind');
  expect(verdict('320302002000')).toBe('fast_and_wrong');
  expect(verdict('320302001000')).toBe('complete');
  expect(verdict('320302006000')).toBe('on_track');
  expect(rollout.find(({ region }) => region === '320303007000')?.state).toBe('not_installed');
  const without = tasks.filter(({ task }) => task.street === '320303007000');
  expect(without.every(({ task, counts }) => task.start_date === null && counts().length === 0)).toBe(true);
});

test('adds nothing on a day of rest or before its time, and never more than there is', () => {
  for (const { task, counts } of generateEntry(ANCHOR, calendar).tasks) {
    let entered = 0;
    for (const row of counts()) {
      entered += row.entered;
      expect(row.date < ANCHOR && calendar.isWorkday(row.date)).toBe(true);
      expect(row.accurate).toBeLessThanOrEqual(row.entered + 1);
    }
    expect(entered).toBeLessThanOrEqual(task.target);
  }
});

test('is the same for the same day, and another for another', () => {
  const fingerprint = (anchor: string) => {
    const { tasks, rollout } = generateEntry(anchor, calendar);
    const text = JSON.stringify([rollout, tasks.map(({ task, counts }) => [task, counts()])]);
    return createHash('sha256').update(text).digest('hex');
  };
  expect(fingerprint(ANCHOR)).toBe(fingerprint(ANCHOR));
  expect(fingerprint('2026-10-08')).not.toBe(fingerprint(ANCHOR));
});
