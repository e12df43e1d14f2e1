import { HANDOVER_APPROVAL_HOURS, HANDOVER_ITEMS_MAX } from '@district/contract/limits.ts';
import {
  type HandoverReason,
  OPEN_APPROVAL_STATES,
  type RequestState,
} from '@district/contract/vocabulary.ts';
import { addHours } from 'date-fns/addHours';
import { sql } from 'kysely';
import { overdue } from '../requests/filter-sql.ts';
import type { Reader } from '../store/database.ts';

export interface OpenItem {
  reason: HandoverReason;
  request_id: string;
  no: string;
  due_at: Date | null;
}

/** States in which nobody has begun to work on a request. */
const NOT_BEGUN: readonly RequestState[] = ['submitted', 'accepted', 'assigned'];

/**
 * What one leaves to the next, each request once, for the first reason that fits: what one has claimed and put off, then what the district
 * has to decide or begin on soon. `beyond` counts what there was no room for.
 */
export async function openItems(
  db: Reader,
  { district, operator }: { district: string; operator: string },
  at: Date,
): Promise<{ items: OpenItem[]; beyond: number }> {
  // One after the other: within a transaction there is one connection.
  const found = [
    ...(await claimedBy(db, district, operator, at)),
    ...(await snoozedBy(db, district, operator, at)),
    ...(await approvalsDue(db, district, at)),
    ...(await notBegun(db, district, at, 'urgent')),
    ...(await notBegun(db, district, at, 'overdue')),
  ];
  const items = new Map<string, OpenItem>();
  for (const item of found) if (!items.has(item.request_id)) items.set(item.request_id, item);
  const all = [...items.values()];
  return { items: all.slice(0, HANDOVER_ITEMS_MAX), beyond: Math.max(0, all.length - HANDOVER_ITEMS_MAX) };
}

/** One more than there is room for shows that there is more. */
const LIMIT = HANDOVER_ITEMS_MAX + 1;

function claimedBy(db: Reader, district: string, operator: string, at: Date): Promise<OpenItem[]> {
  return (
    db
      .selectFrom('requests')
      .select([sql.lit('claimed' as const).as('reason'), 'id as request_id', 'no', 'claimed_until as due_at'])
      .where('district', '=', district)
      .where('claimed_by', '=', operator)
      // A claim made on a shift ends in the very moment in which the shift does.
      .where('claimed_until', '>=', at)
      .where('open', '=', true)
      .orderBy('due_key')
      .orderBy('id')
      .limit(LIMIT)
      .execute()
  );
}

function snoozedBy(db: Reader, district: string, operator: string, at: Date): Promise<OpenItem[]> {
  return db
    .selectFrom('snoozes')
    .innerJoin('requests', (join) =>
      join
        .onRef('requests.district', '=', 'snoozes.district')
        .onRef('requests.id', '=', 'snoozes.request_id'),
    )
    .select([
      sql.lit('snoozed' as const).as('reason'),
      'requests.id as request_id',
      'requests.no',
      'snoozes.until as due_at',
    ])
    .where('snoozes.district', '=', district)
    .where('snoozes.operator_id', '=', operator)
    .where('snoozes.until', '>', at)
    .where('requests.open', '=', true)
    .orderBy('snoozes.until')
    .limit(LIMIT)
    .execute();
}

function approvalsDue(db: Reader, district: string, at: Date): Promise<OpenItem[]> {
  return db
    .selectFrom('approvals')
    .innerJoin('requests', (join) =>
      join
        .onRef('requests.district', '=', 'approvals.district')
        .onRef('requests.id', '=', 'approvals.request_id'),
    )
    .select([
      sql.lit('approval' as const).as('reason'),
      'requests.id as request_id',
      'requests.no',
      'approvals.decide_by as due_at',
    ])
    .where('approvals.district', '=', district)
    .where('approvals.state', 'in', [...OPEN_APPROVAL_STATES])
    .where('approvals.decide_by', '<=', addHours(at, HANDOVER_APPROVAL_HOURS))
    .orderBy('approvals.decide_by')
    .limit(LIMIT)
    .execute();
}

function notBegun(db: Reader, district: string, at: Date, reason: 'urgent' | 'overdue'): Promise<OpenItem[]> {
  return db
    .selectFrom('requests')
    .select([sql.lit(reason).as('reason'), 'id as request_id', 'no', 'promised_due_at as due_at'])
    .where('district', '=', district)
    .where('open', '=', true)
    .where('state', 'in', [...NOT_BEGUN])
    .where((where) =>
      reason === 'urgent' ? where('urgent', '=', true) : overdue(at, sql`requests.promised_due_at`),
    )
    .orderBy('due_key')
    .orderBy('id')
    .limit(LIMIT)
    .execute();
}
