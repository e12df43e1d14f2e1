import { TRANSITIONS } from '@district/contract/transitions.ts';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import { matching } from '../requests/matching.ts';
import type { Reader } from '../store/database.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import type { ReminderSlipRow } from '../store/schema/triage.ts';

/** The grouped slip that a unit got on a day; there is one at most. */
export function slipOfDay(
  db: Reader,
  district: string,
  unit: string,
  date: string,
): Promise<ReminderSlipRow | undefined> {
  return db
    .selectFrom('reminder_slips')
    .selectAll()
    .where('district', '=', district)
    .where('unit', '=', unit)
    .where('date', '=', date)
    .where('grouped', '=', true)
    .where('urgent', '=', false)
    .executeTakeFirst();
}

/** The slip that waits for office hours with this request in it. */
export function waitingSlipOf(
  db: Reader,
  { district, id }: Pick<RequestRow, 'district' | 'id'>,
): Promise<ReminderSlipRow | undefined> {
  return db
    .selectFrom('reminder_slips')
    .innerJoin('reminder_slip_requests as held', (join) =>
      join
        .onRef('held.district', '=', 'reminder_slips.district')
        .onRef('held.slip_id', '=', 'reminder_slips.id'),
    )
    .selectAll('reminder_slips')
    .where('held.district', '=', district)
    .where('held.request_id', '=', id)
    .where('reminder_slips.sent_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
}

/** A slip to this unit that waits for office hours, the first that goes. */
export function waitingSlipWith(
  db: Reader,
  district: string,
  unit: string,
): Promise<ReminderSlipRow | undefined> {
  return db
    .selectFrom('reminder_slips')
    .selectAll()
    .where('district', '=', district)
    .where('unit', '=', unit)
    .where('sent_at', 'is', null)
    .orderBy('send_at')
    .limit(1)
    .executeTakeFirst();
}

/** Over `requests`: what of all that the filter finds a unit can be reminded of; what waits in a slip already is left out. */
export function remindable(operator: Operator, q: string, now: Date): RawBuilder<boolean> {
  return sql<boolean>`(${matching(operator, q, now)} and requests.open and requests.lead is not null
    and requests.state = any(${[...TRANSITIONS.remind.from]}::text[]) and not ${IS_WAITING})`;
}

const IS_WAITING: RawBuilder<boolean> = sql<boolean>`exists (select from reminder_slip_requests as held
  join reminder_slips as slip on slip.district = held.district and slip.id = held.slip_id
  where held.district = requests.district and held.request_id = requests.id and slip.sent_at is null)`;
