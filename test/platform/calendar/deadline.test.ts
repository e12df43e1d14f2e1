import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadline, type Pause } from '../../../platform/calendar/deadline.ts';
import {
  addDays,
  dateOf,
  dueDateOf,
  endOfDay,
  type PlainDate,
  startOfDay,
} from '../../../platform/calendar/plain-date.ts';
import { stateCouncilDays, stateCouncilYears } from '../../../platform/calendar/state-council.ts';
import { workingCalendar } from '../../../platform/calendar/working-calendar.ts';

const calendar = workingCalendar(stateCouncilDays(), stateCouncilYears());

function workingDaysFrom(date: PlainDate, limit: number, pauses: Pause[] = []) {
  return deadline(new Date(`${date}T10:00:00+08:00`), { limit, unit: 'working_day' }, pauses, calendar);
}

function pause(from: string, to: string): Pause {
  return { from: new Date(`${from}:00+08:00`), to: new Date(`${to}:00+08:00`) };
}

describe('deadlines', () => {
  test.each([
    ['2026-09-30', 5, '2026-10-13'],
    ['2026-02-13', 5, '2026-02-27'],
    ['2017-09-28', 3, '2017-10-09'],
  ])('from %s, %i working days end on %s at 24:00', (from, limit, due) => {
    const { dueAt, provisional } = workingDaysFrom(from, limit);
    expect(dueDateOf(dueAt)).toBe(due);
    expect(dueAt.toISOString()).toBe(`${due}T16:00:00.000Z`);
    expect(provisional).toBe(false);
  });

  test('a calendar-day limit that ends on a rest day moves to the next working day', () => {
    const due = deadline(
      new Date('2026-09-28T09:00:00+08:00'),
      { limit: 5, unit: 'calendar_day' },
      [],
      calendar,
    );
    expect(dueDateOf(due.dueAt)).toBe('2026-10-08');
  });

  test('hours run day and night, and stand still while paused', () => {
    const start = new Date('2026-10-03T22:00:00+08:00');
    const due = deadline(
      start,
      { limit: 4, unit: 'hour' },
      [pause('2026-10-03T23:00', '2026-10-04T01:00')],
      calendar,
    );
    expect(due.dueAt.toISOString()).toBe('2026-10-03T20:00:00.000Z');
  });

  test('a correction inside a special procedure over a weekend is counted once', () => {
    const procedure = pause('2026-11-05T10:00', '2026-11-12T10:00');
    const correction = pause('2026-11-06T10:00', '2026-11-10T10:00');
    const both = workingDaysFrom('2026-11-02', 10, [procedure, correction]);
    expect(both).toEqual(workingDaysFrom('2026-11-02', 10, [procedure]));
    expect(dueDateOf(both.dueAt)).toBe('2026-11-23');
  });

  test('a year whose calendar is not out makes the date provisional', () => {
    expect(workingDaysFrom('2026-12-28', 5).provisional).toBe(true);
  });

  test('the light turns yellow on the last day of five, and on the last three of fifteen', () => {
    expect(dateOf(workingDaysFrom('2026-11-02', 5).yellowAt)).toBe('2026-11-09');
    expect(dateOf(workingDaysFrom('2026-11-02', 15).yellowAt)).toBe('2026-11-19');
  });

  test('agrees with counting on one’s fingers', () => {
    const day = fc.integer({ min: 0, max: 2800 }).map((days) => addDays('2018-01-02', days));
    const pauses = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 20 })), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), pauses, (from, limit, offsets) => {
        const spans = offsets.map(
          ([start, length]) => [addDays(from, start), addDays(from, start + length)] as const,
        );
        const due = workingDaysFrom(
          from,
          limit,
          spans.map(([start, end]) => pause(`${start}T12:00`, `${end}T12:00`)),
        );
        const dates: PlainDate[] = [];
        for (let date = addDays(from, 1); dates.length < limit; date = addDays(date, 1)) {
          const paused = spans.some(([start, end]) => date >= start && date < end);
          if (!paused && calendar.isWorkday(date)) dates.push(date);
        }
        expect(dueDateOf(due.dueAt)).toBe(dates.at(-1));
        expect(due.yellowAt.valueOf()).toBeGreaterThanOrEqual(startOfDay(dates[0] ?? '').valueOf());
        expect(due.yellowAt.valueOf()).toBeLessThan(due.dueAt.valueOf());
        expect(endOfDay(dates.at(-1) ?? '')).toEqual(due.dueAt);
      }),
    );
  });
});
