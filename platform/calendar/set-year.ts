import { DISTRICT_DIGITS } from '@district/contract/region-code.ts';
import type { CalendarImpact, SetCalendarYear } from '@district/contract/types.ts';
import { sql } from 'kysely';
import { districtOf, type Operator, rightsOf } from '../access/operator.ts';
import { districtScope } from '../access/scope.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import { ProblemError } from '../http/problem.ts';
import { reckonAnew } from '../requests/reckon-anew.ts';
import type { Writer } from '../store/database.ts';
import { loadCalendar } from './load.ts';
import { checkYear, lockYear, writeYear } from './year.ts';

/** Sets a year's calendar and reckons the deadlines it moves, in the caller's transaction. */
export async function setYear(
  db: Writer,
  actor: Actor & { operator: Operator },
  year: number,
  input: SetCalendarYear,
  version: number | 'any',
): Promise<CalendarImpact> {
  await checkRight(db, actor.operator);
  checkYear(year, input.days);
  const before = await lockYear(db, year, version);
  const after = await writeYear(db, before, input);
  await appendAudit(db, actor, {
    district: districtOf(actor.operator),
    action: 'calendar.set',
    object: String(year),
    before: { paper: before.paper, version: before.version, days: before.days },
    after: { paper: after.paper, version: after.version, days: after.days },
  });
  return reckonAnew(db, actor, after, await loadCalendar(db));
}

/** One calendar holds for the whole platform: it is set by an administrator whose area takes in every district that works with it. */
async function checkRight(db: Writer, operator: Operator): Promise<void> {
  if (!rightsOf(operator).calendar)
    throw new ProblemError(
      'forbidden',
      'Setting a calendar is not within your rights: your role may not do it.',
    );
  const elsewhere = await db
    .selectFrom('operators')
    .select('district')
    .where(sql<boolean>`char_length(region) >= ${DISTRICT_DIGITS}`)
    .where(sql<boolean>`not ${districtScope(operator.region, sql.ref('district'))}`)
    .limit(1)
    .executeTakeFirst();
  if (elsewhere) {
    throw new ProblemError(
      'forbidden',
      'The calendar holds for districts outside your area too: ask an administrator of the city or the province to set it.',
    );
  }
}
