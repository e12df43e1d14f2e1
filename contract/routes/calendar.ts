import * as z from 'zod';
import { CALENDAR_YEAR_MAX, CALENDAR_YEAR_MIN, RECKONED_LIMIT_MAX } from '../limits.ts';
import {
  CalendarImpact,
  CalendarYear,
  CalendarYearNumber,
  DueDate,
  SetCalendarYear,
} from '../schemas/calendar.ts';
import { LIMIT_UNITS } from '../vocabulary.ts';
import {
  body,
  ChangeHeaders,
  DryRunQuery,
  etag,
  json,
  needs,
  problems,
  signedIn,
  tag,
  writing,
} from './parts.ts';

function isPlannable(date: string): boolean {
  const year = Number(date.slice(0, 4));
  return year >= CALENDAR_YEAR_MIN && year <= CALENDAR_YEAR_MAX;
}

export const CALENDAR_ROUTES = {
  reckonDue: {
    method: 'get',
    path: '/v1/calendar/due',
    operationId: 'reckonDue',
    tags: tag('calendar'),
    summary: 'The end of a limit, accounted for day by day',
    security: needs('signed_in'),
    request: {
      query: z.object({
        from: z
          .union([z.iso.date(), z.iso.datetime()])
          .refine(isPlannable, `lies outside ${CALENDAR_YEAR_MIN} to ${CALENDAR_YEAR_MAX}`)
          .meta({ description: 'A date, from whose next day days count, or an instant in UTC.' }),
        limit: z.coerce.number().int().min(1).max(RECKONED_LIMIT_MAX),
        unit: z.enum(LIMIT_UNITS).default('working_day'),
      }),
    },
    responses: { 200: json(DueDate, 'The end and the days before it'), ...problems('invalid', ...signedIn) },
  },
  getCalendarYear: {
    method: 'get',
    path: '/v1/calendar/{year}',
    operationId: 'getCalendarYear',
    tags: tag('calendar'),
    summary: 'The working calendar of a year: each day that is not what its weekday says',
    security: needs('signed_in'),
    request: { params: z.object({ year: CalendarYearNumber }) },
    responses: {
      200: { ...json(CalendarYear, 'The year'), ...etag },
      ...problems('invalid', ...signedIn),
    },
  },
  setCalendarYear: {
    method: 'put',
    path: '/v1/calendar/{year}',
    operationId: 'setCalendarYear',
    tags: tag('calendar'),
    summary: 'Set the working calendar of a year; a dry run tells which deadlines would move',
    security: needs('calendar:write'),
    request: {
      params: z.object({ year: CalendarYearNumber }),
      query: DryRunQuery,
      headers: ChangeHeaders,
      body: body(SetCalendarYear),
    },
    responses: {
      200: { ...json(CalendarImpact, 'Set, with the deadlines that moved'), ...etag },
      ...problems('forbidden', 'version_mismatch', 'version_missing', ...writing, ...signedIn),
    },
  },
} as const;
