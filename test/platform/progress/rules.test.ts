import { ACCURACY_MIN, BEHIND_POINTS_MIN } from '@district/contract/limits.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../platform/calendar/plain-date.ts';
import {
  expectedOf,
  expectedOfAll,
  forecastOf,
  gapOf,
  isBehind,
  paceNeededOf,
  paceOf,
  type Task,
  verdictOf,
} from '../../../platform/progress/rules.ts';
import { workingDaysOf } from '../../../platform/progress/working-days.ts';
import { calendar } from '../sandbox/generated.ts';

const FIRST = '2026-01-01';
const days = workingDaysOf(calendar, FIRST, '2026-12-31');
const date = fc.integer({ min: 0, max: 364 }).map((at) => addDays(FIRST, at));
const task: fc.Arbitrary<Task> = fc
  .tuple(date, date, fc.integer({ min: 1, max: 50_000 }))
  .map(([a, b, target]) => ({ target, startDate: a < b ? a : b, dueDate: a < b ? b : a }));

describe('what is expected', () => {
  test('over National Day only working days count, the exchanged Saturday among them', () => {
    const lamp = { target: 100, startDate: '2026-09-28', dueDate: '2026-10-13' };
    // 28–30 September, then 8–10 (Saturday in exchange), 12 and 13 October.
    expect(days.count(lamp.startDate, lamp.dueDate)).toBe(8);
    expect(expectedOf(lamp, '2026-09-27', days)).toBe(0);
    expect(expectedOf(lamp, '2026-09-30', days)).toBe(3 / 8);
    expect(expectedOf(lamp, '2026-10-07', days)).toBe(3 / 8);
    expect(expectedOf(lamp, '2026-10-10', days)).toBe(6 / 8);
    expect(expectedOf(lamp, '2026-10-13', days)).toBe(1);
  });

  test('never falls, is nothing before the start and everything when due', () => {
    fc.assert(
      fc.property(task, date, (one, day) => {
        const now = expectedOf(one, day, days);
        expect(now).toBeGreaterThanOrEqual(0);
        expect(expectedOf(one, addDays(day, 1), days)).toBeGreaterThanOrEqual(now);
        if (one.startDate !== null && day < one.startDate) expect(now).toBe(0);
        if (day >= one.dueDate) expect(now).toBe(1);
      }),
    );
  });

  test('of several tasks lies between the least and the most of them; one not begun expects nothing', () => {
    fc.assert(
      fc.property(fc.array(task, { minLength: 1, maxLength: 6 }), date, (tasks, day) => {
        const each = tasks.map((one) => expectedOf(one, day, days));
        const all = expectedOfAll(tasks, day, days);
        expect(all).toBeGreaterThanOrEqual(Math.min(...each) - 1e-9);
        expect(all).toBeLessThanOrEqual(Math.max(...each) + 1e-9);
      }),
    );
    expect(expectedOf({ target: 9, startDate: null, dueDate: '2026-03-01' }, '2026-06-01', days)).toBe(0);
  });
});

describe('the verdict', () => {
  const figures = fc.record({
    target: fc.integer({ min: 1, max: 10_000 }),
    share: fc.double({ min: 0, max: 1.2, noNaN: true }),
    right: fc.double({ min: 0, max: 1, noNaN: true }),
    expected: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  test('says behind exactly where a whole point is missing, and never where the figure shown says otherwise', () => {
    fc.assert(
      fc.property(figures, ({ target, share, right, expected }) => {
        const entered = Math.round(target * share);
        const accurate = Math.round(entered * right);
        const verdict = verdictOf({ entered, accurate }, target, expected);
        const gap = gapOf(entered / target, expected);
        expect(verdict === 'behind').toBe(gap <= -BEHIND_POINTS_MIN);
        if (verdict === 'complete') expect(entered).toBeGreaterThanOrEqual(target);
      }),
    );
  });

  test('does not let speed make up for wrong records', () => {
    fc.assert(
      fc.property(figures, ({ target, share, expected }) => {
        const entered = Math.max(1, Math.round(target * share));
        const wrong = verdictOf(
          { entered, accurate: Math.ceil(entered * ACCURACY_MIN) - 1 },
          target,
          expected,
        );
        expect(isBehind(wrong)).toBe(true);
        const right = verdictOf({ entered, accurate: entered }, target, expected);
        expect(right).not.toBe('fast_and_wrong');
      }),
    );
    expect(verdictOf({ entered: 74, accurate: 60 }, 100, 0.68)).toBe('fast_and_wrong');
    expect(verdictOf({ entered: 100, accurate: 60 }, 100, 0.68)).toBe('fast_and_wrong');
    expect(verdictOf({ entered: 60, accurate: 30 }, 100, 0.68)).toBe('behind');
  });
});

describe('the forecast', () => {
  test('goes by the last five working days, or by those there were', () => {
    const tallies = [100, 110, 120, 130, 140, 150, 200].map((entered) => ({ entered, accurate: entered }));
    expect(paceOf(tallies)).toBe((200 - 110) / 5);
    expect(paceOf(tallies.slice(0, 2))).toBe(55);
    expect(paceOf([])).toBe(0);
  });

  test('is the day on which the rest is in, counted in working days from today', () => {
    // Wednesday 30 September, then eight days of holiday but one.
    expect(forecastOf(100, 50, '2026-09-30', days)).toBe('2026-10-08');
    expect(forecastOf(0, 50, '2026-09-30', days)).toBeNull();
    expect(forecastOf(10, 0, '2026-09-30', days)).toBeNull();
    expect(paceNeededOf(100, '2026-09-30', '2026-10-09', days)).toBe(100 / 3);
    expect(paceNeededOf(100, '2026-10-10', '2026-10-09', days)).toBeNull();
  });

  test('a quicker pace is never later, and the pace needed is quick enough', () => {
    const pace = fc.double({ min: 0.5, max: 500, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), pace, pace, date, (left, a, b, today) => {
        const [slow, quick] = [Math.min(a, b), Math.max(a, b)];
        const late = forecastOf(left, slow, today, days);
        const early = forecastOf(left, quick, today, days);
        if (late !== null && early !== null) expect(early <= late).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_000 }), date, date, (left, today, due) => {
        const needed = paceNeededOf(left, today, due, days);
        const done = needed === null ? null : forecastOf(left, needed, today, days);
        if (done !== null) expect(done <= due).toBe(true);
      }),
    );
  });
});
