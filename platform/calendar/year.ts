import type { CalendarYear, SetCalendarYear } from '@district/contract/types.ts';
import { ProblemError } from '../http/problem.ts';
import type { Reader, Writer } from '../store/database.ts';
import { addDays } from './plain-date.ts';
import { type CalendarDay, isWeekend } from './working-calendar.ts';

/** A year's days; of a year whose calendar is not out, none, at version 0. */
export async function readYear(db: Reader, year: number): Promise<CalendarYear> {
  const found = await db.selectFrom('calendar_years').selectAll().where('year', '=', year).executeTakeFirst();
  const days = await db
    .selectFrom('calendar_days')
    .selectAll()
    .where('date', '>=', `${year}-01-01`)
    .where('date', '<=', `${year}-12-31`)
    .orderBy('date')
    .execute();
  return { year, paper: found?.paper ?? null, version: found?.version ?? 0, days };
}

/** The year as it is, locked against a second change at the same time; refuses one made on an older version. */
export async function lockYear(db: Writer, year: number, version: number | 'any'): Promise<CalendarYear> {
  await db.selectFrom('calendar_years').select('year').forUpdate().execute();
  const before = await readYear(db, year);
  if (version === 'any' || version === before.version) return before;
  throw new ProblemError(
    'version_mismatch',
    `The calendar of ${year} was set in between (version ${before.version}): look at it again, then decide.`,
  );
}

/** Writes the year as given and returns it at its next version. */
export async function writeYear(
  db: Writer,
  before: CalendarYear,
  { paper, days }: SetCalendarYear,
): Promise<CalendarYear> {
  const { year } = before;
  const version = before.version + 1;
  await db
    .insertInto('calendar_years')
    .values({ year, paper, version })
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ paper, version }))
    .execute();
  await db
    .deleteFrom('calendar_days')
    .where('date', '>=', `${year}-01-01`)
    .where('date', '<=', `${year}-12-31`)
    .execute();
  const sorted = days.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  await db.insertInto('calendar_days').values(sorted).execute();
  return { year, paper, version, days: sorted };
}

/**
 * Refuses a year that cannot be meant: a day of another year, twice the same, one that is what its weekday says, or a rest day worked in
 * exchange that is worked anyway. A missing day shows as a holiday with a hole in it.
 */
export function checkYear(year: number, days: readonly CalendarDay[]): void {
  const fields = days.flatMap((day, index) => {
    const why = wrongDay(year, day, days);
    return why === undefined ? [] : [{ path: `days.${index}.date`, message: `${day.date} ${why}` }];
  });
  if (!days.some(({ working }) => !working))
    fields.push({ path: 'days', message: 'holds no holiday: every year has some' });
  const [first] = fields;
  if (!first) return;
  const more = fields.length > 1 ? ` (and ${fields.length - 1} more)` : '';
  throw new ProblemError('invalid', `The calendar of ${year} is not right: ${first.message}${more}.`, {
    fields,
  });
}

function wrongDay(year: number, day: CalendarDay, days: readonly CalendarDay[]): string | undefined {
  if (!day.date.startsWith(`${year}-`)) return `is not a day of ${year}`;
  if (days.filter(({ date }) => date === day.date).length > 1) return 'is named twice';
  if (day.working && !isWeekend(day.date)) return 'is worked anyway: name only rest days worked in exchange';
  if (!day.working && gapAfter(day, days))
    return `is followed by ${addDays(day.date, 1)}, which is missing between two days of ${day.name}`;
  return undefined;
}

/** A holiday that goes on after a day left out: `1 2 _ 4`. A weekend in its middle is forgotten just as easily. */
function gapAfter(day: CalendarDay, days: readonly CalendarDay[]): boolean {
  const restOn = (date: string) => days.find((one) => one.date === date && !one.working);
  return !restOn(addDays(day.date, 1)) && restOn(addDays(day.date, 2))?.name === day.name;
}
