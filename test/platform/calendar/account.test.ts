import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountOf } from '../../../platform/calendar/account.ts';
import { deadline } from '../../../platform/calendar/deadline.ts';
import { addDays, dateOf, dueDateOf } from '../../../platform/calendar/plain-date.ts';
import { stateCouncilDays, stateCouncilYears } from '../../../platform/calendar/state-council.ts';
import { workingCalendar } from '../../../platform/calendar/working-calendar.ts';

const calendar = workingCalendar(stateCouncilDays(), stateCouncilYears());
const at = (time: string) => new Date(`${time}:00+08:00`);

test('five working days over the autumn holidays, each day with its reason and its paper', () => {
  const { days, provisional } = accountOf(
    at('2026-09-30T10:00'),
    { limit: 5, unit: 'working_day' },
    [],
    calendar,
  );
  const said = days.map(({ date, why, total, name }) => `${date} ${why} ${total}${name ? ` ${name}` : ''}`);
  expect(said).toEqual([
    '2026-09-30 start 0',
    '2026-10-01 holiday 0 国庆节',
    '2026-10-02 holiday 0 国庆节',
    '2026-10-03 holiday 0 国庆节',
    '2026-10-04 holiday 0 国庆节',
    '2026-10-05 holiday 0 国庆节',
    '2026-10-06 holiday 0 国庆节',
    '2026-10-07 holiday 0 国庆节',
    '2026-10-08 working_day 1',
    '2026-10-09 working_day 2',
    '2026-10-10 adjusted_workday 3 国庆节',
    '2026-10-11 weekend 3',
    '2026-10-12 working_day 4',
    '2026-10-13 working_day 5',
  ]);
  expect(days[1]?.source).toBe('国务院办公厅关于2026年部分节假日安排的通知');
  expect(days[0]?.source).toBeNull();
  expect(provisional).toBe(false);
});

test('a correction inside a special procedure over a weekend: each day once, and named as paused', () => {
  const pauses = [
    { from: at('2026-11-05T10:00'), to: at('2026-11-12T10:00') },
    { from: at('2026-11-06T10:00'), to: at('2026-11-10T10:00') },
  ];
  const { days } = accountOf(at('2026-11-02T09:00'), { limit: 10, unit: 'working_day' }, pauses, calendar);
  const paused = days.filter(({ why }) => why === 'paused').map(({ date }) => date);
  expect(paused).toEqual([
    '2026-11-05',
    '2026-11-06',
    '2026-11-07',
    '2026-11-08',
    '2026-11-09',
    '2026-11-10',
    '2026-11-11',
  ]);
  expect(days.at(-1)).toMatchObject({ date: '2026-11-23', total: 10 });
});

test('a calendar-day limit that ends in a holiday names the day it moves to', () => {
  const { days } = accountOf(at('2026-09-28T09:00'), { limit: 5, unit: 'calendar_day' }, [], calendar);
  expect(days.slice(-2)).toMatchObject([
    { date: '2026-10-07', why: 'holiday', counted: 0 },
    { date: '2026-10-08', why: 'moved', counted: 0, total: 5 },
  ]);
});

test('hours run over midnight and stand still while paused', () => {
  const pauses = [{ from: at('2026-10-03T23:00'), to: at('2026-10-04T01:00') }];
  const { days } = accountOf(at('2026-10-03T22:00'), { limit: 4, unit: 'hour' }, pauses, calendar);
  expect(days.map(({ date, why, counted }) => `${date} ${why} ${counted}`)).toEqual([
    '2026-10-03 hours 1',
    '2026-10-03 paused 0',
    '2026-10-04 paused 0',
    '2026-10-04 hours 3',
  ]);
});

test('the account ends where the deadline does, counts to the limit, and leaves out no day', () => {
  const start = fc.integer({ min: 0, max: 3_000 }).map((days) => at(`${addDays('2018-01-02', days)}T15:30`));
  const unit = fc.constantFrom('working_day' as const, 'calendar_day' as const, 'hour' as const);
  const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 300 })), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(start, unit, fc.integer({ min: 1, max: 40 }), spans, (startedAt, of, limit, offsets) => {
      const pauses = offsets.map(([after, hours]) => {
        const from = new Date(startedAt.valueOf() + after * 3_600_000);
        return { from, to: new Date(from.valueOf() + hours * 3_600_000) };
      });
      const rule = { limit, unit: of };
      const account = accountOf(startedAt, rule, pauses, calendar);
      const { dueAt, provisional } = deadline(startedAt, rule, pauses, calendar);
      expect({ dueAt: account.dueAt, provisional: account.provisional }).toEqual({ dueAt, provisional });
      const { days } = account;
      expect(days[0]?.date).toBe(dateOf(startedAt));
      expect(days.at(-1)?.date).toBe(dueDateOf(dueAt));
      expect(days.at(-1)?.total).toBeCloseTo(limit, 1);
      const dates = [...new Set(days.map(({ date }) => date))];
      expect(dates).toEqual(dates.map((_, index) => addDays(dates[0] ?? '', index)));
    }),
  );
});
