import type { TriageCard } from '@district/contract/types.ts';
import { sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import { requestScope } from '../access/scope.ts';
import { dateOf } from '../calendar/plain-date.ts';
import type { Services } from '../http/environment.ts';
import { slipOfDay, waitingSlipOf } from '../reminders/find.ts';
import { heardAt } from '../reminders/office-hours.ts';
import { slipOf } from '../reminders/present.ts';
import { REQUEST_COLUMNS } from '../requests/columns.ts';
import { overdue } from '../requests/filter-sql.ts';
import { noSuchRequest } from '../requests/find.ts';
import { summaryOf } from '../requests/summary.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import { daysOver } from './days-over.ts';
import { requestsLike } from './similar.ts';
import { suggest } from './suggest.ts';

/** What is needed to decide on a request beside the request itself: like ones, its unit's others, and what is suggested. */
export async function triageCard(services: Services, operator: Operator, no: string): Promise<TriageCard> {
  const { db, clock, calendar, dictionaries } = services;
  const now = clock.now();
  const row = await db
    .selectFrom('requests')
    .select(REQUEST_COLUMNS)
    .where('no', '=', no)
    .where(requestScope(operator))
    .executeTakeFirst();
  if (!row) throw noSuchRequest(no);
  const [similar, unit, isSupervised, waitingSlip, snoozedUntil] = await Promise.all([
    requestsLike(services, operator, row),
    unitOf(services, operator, row, now),
    wasSupervised(services, row),
    waitingSlipOf(db, row),
    snoozeOf(services, operator, row, now),
  ]);
  const request = summaryOf(row, operator, now, dictionaries);
  const at = row.paused_since ?? now;
  const pastStatutory = row.statutory_due_at !== null && row.statutory_due_at <= at;
  const isRemindedToday = row.reminded_at !== null && dateOf(row.reminded_at) === dateOf(now);
  return {
    item: {
      request,
      pastStatutory,
      ...daysOver(row, now, calendar),
    },
    suggestions: suggest({
      request,
      pastStatutory,
      isSupervised,
      isReminded: isRemindedToday || waitingSlip !== undefined,
      similar,
    }),
    similar,
    unit,
    snoozedUntil,
    reminderWaitsUntil: waitingSlip?.send_at.toISOString() ?? null,
  };
}

async function unitOf(
  { db, calendar, dictionaries }: Services,
  operator: Operator,
  { district, lead }: RequestRow,
  now: Date,
): Promise<TriageCard['unit']> {
  if (lead === null) return null;
  const [{ count }, today] = await Promise.all([
    db
      .selectFrom('requests')
      .select(sql<number>`count(*)`.as('count'))
      .where(requestScope(operator))
      .where('district', '=', district)
      .where('lead', '=', lead)
      .where('open', '=', true)
      .where(overdue(now, sql`requests.promised_due_at`))
      .executeTakeFirstOrThrow(),
    slipOfDay(db, district, lead, dateOf(heardAt(now, false, calendar))),
  ]);
  return { overdue: count, today: today ? slipOf(today, dictionaries) : null };
}

async function wasSupervised({ db }: Services, { district, id, round }: RequestRow): Promise<boolean> {
  const entry = await db
    .selectFrom('timeline')
    .select('seq')
    .where('district', '=', district)
    .where('request_id', '=', sql<string>`${id}::uuid`)
    .where('round', '=', round)
    .where('action', '=', 'supervise')
    .limit(1)
    .executeTakeFirst();
  return entry !== undefined;
}

async function snoozeOf(
  { db }: Services,
  operator: Operator,
  { district, id }: RequestRow,
  now: Date,
): Promise<string | null> {
  const snooze = await db
    .selectFrom('snoozes')
    .select('until')
    .where('district', '=', district)
    .where('operator_id', '=', operator.id)
    .where('request_id', '=', id)
    .where('until', '>', now)
    .executeTakeFirst();
  return snooze?.until.toISOString() ?? null;
}
