import { REMINDER_UNITS_MAX } from '@district/contract/limits.ts';
import type { ReminderPlan } from '@district/contract/types.ts';
import { sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import { districtScope } from '../access/scope.ts';
import { dateOf } from '../calendar/plain-date.ts';
import type { Services } from '../http/environment.ts';
import { remindable } from './find.ts';
import { heardAt } from './office-hours.ts';
import { slipOf } from './present.ts';

/** Whom a filter's requests are with, the most first, and who has had the day's reminder; what waits in a slip already is left out. */
export async function planReminders(
  services: Services,
  operator: Operator,
  q: string,
): Promise<ReminderPlan> {
  const { db, clock, calendar, dictionaries } = services;
  const now = clock.now();
  const sendAt = heardAt(now, false, calendar);
  const [units, slips] = await Promise.all([
    db
      .selectFrom('requests')
      .select(['district', 'lead', sql<number>`count(*)`.as('count')])
      .select(sql<number>`count(*) filter (where urgent)`.as('urgent'))
      .where(remindable(operator, q, now))
      .groupBy(['district', 'lead'])
      .orderBy('count', 'desc')
      .orderBy('lead')
      .limit(REMINDER_UNITS_MAX)
      .execute(),
    db
      .selectFrom('reminder_slips')
      .selectAll()
      .where(districtScope(operator.region, sql.ref('district')))
      .where('date', '=', dateOf(sendAt))
      .where('grouped', '=', true)
      .where('urgent', '=', false)
      .execute(),
  ]);
  return {
    asOf: now.toISOString(),
    sendAt: sendAt.toISOString(),
    units: units.map(({ district, lead, count, urgent }) => {
      const today = slips.find((slip) => slip.district === district && slip.unit === lead);
      return {
        district,
        unit: dictionaries.unit(lead ?? ''),
        count,
        urgent,
        today: today ? slipOf(today, dictionaries) : null,
      };
    }),
  };
}
