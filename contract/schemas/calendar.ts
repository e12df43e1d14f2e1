import * as z from 'zod';
import { CALENDAR_DAYS_MAX, CALENDAR_YEAR_MAX, CALENDAR_YEAR_MIN, PAPER_LENGTH_MAX } from '../limits.ts';
import { CLOCK_STARTS, DAY_REASONS } from '../vocabulary.ts';
import { Limit } from './dictionaries.ts';
import { Instant } from './fields.ts';
import { RequestNo } from './requests.ts';

export const CalendarYearNumber = z.coerce.number().int().min(CALENDAR_YEAR_MIN).max(CALENDAR_YEAR_MAX);

export const CalendarDay = z
  .object({
    date: z.iso.date(),
    working: z
      .boolean()
      .meta({ description: 'False for a holiday, true for a rest day worked in exchange.' }),
    name: z.string().trim().min(1).max(40).meta({ description: 'What for, such as 国庆节.' }),
  })
  .meta({ id: 'CalendarDay', description: 'A day that is not what its weekday says.' });

export const CalendarYear = z
  .object({
    year: z.number().int(),
    paper: z
      .string()
      .nullable()
      .meta({ description: 'The paper that sets it; null while none is out and dates are provisional.' }),
    version: z.number().int().nonnegative().meta({ description: '0 while it is not out.' }),
    days: z.array(CalendarDay),
  })
  .meta({ id: 'CalendarYear' });

export const SetCalendarYear = z
  .object({
    paper: z.string().trim().min(2).max(PAPER_LENGTH_MAX),
    days: z.array(CalendarDay).min(1).max(CALENDAR_DAYS_MAX),
  })
  .meta({
    id: 'SetCalendarYear',
    description: 'Replaces the year: every day that is not what its weekday says.',
  });

const moved = z.object({ from: Instant, to: Instant }).nullable();

export const CalendarImpact = z
  .object({
    year: CalendarYear.meta({ description: 'As it is, or as it would be in a dry run.' }),
    movedCount: z.number().int().nonnegative(),
    settledCount: z
      .number()
      .int()
      .nonnegative()
      .meta({ description: 'Deadlines that stay and are no longer provisional, or have become so.' }),
    moved: z
      .array(
        z.object({
          no: RequestNo,
          title: z.string(),
          promised: moved.meta({ description: 'Null where it stays.' }),
          statutory: moved,
        }),
      )
      .meta({ description: 'The first of them, tightest first.' }),
  })
  .meta({ id: 'CalendarImpact', description: 'Which deadlines of open requests a calendar moves.' });

export const CountedDay = z
  .object({
    date: z.iso.date(),
    why: z.enum(DAY_REASONS),
    counted: z
      .number()
      .nonnegative()
      .meta({ description: 'In the unit of the limit: 1 or 0 days, or hours.' }),
    total: z.number().nonnegative(),
    name: z.string().nullable().meta({ description: 'The holiday, or what is worked in exchange for.' }),
    source: z
      .string()
      .nullable()
      .meta({ description: 'The paper that says so; null where the weekday does.' }),
  })
  .meta({ id: 'CountedDay', description: 'A day on the way to a deadline.' });

const accountShape = {
  dueAt: Instant,
  provisional: z.boolean().meta({ description: 'The calendar of a year on the way is not out yet.' }),
  days: z.array(CountedDay),
};

export const DueDate = z.object(accountShape).meta({ id: 'DueDate' });

const Account = z
  .object({
    limit: Limit.meta({ description: 'With the extension.' }),
    ...accountShape,
  })
  .meta({ id: 'DeadlineAccount' });

export const ClockAccount = z
  .object({
    no: RequestNo,
    startedAt: Instant.nullable().meta({ description: 'Null until the clock starts.' }),
    startedBy: z.enum(CLOCK_STARTS),
    pausedSince: Instant.nullable().meta({ description: 'Both deadlines move when the clock runs again.' }),
    extendedBy: Limit.nullable(),
    basisZh: z.string().meta({ description: 'The paper that sets the limits.' }),
    promised: Account.nullable(),
    statutory: Account.nullable().meta({ description: 'Never earlier than the promised one.' }),
  })
  .meta({ id: 'ClockAccount', description: 'A request’s deadlines, accounted for day by day.' });
