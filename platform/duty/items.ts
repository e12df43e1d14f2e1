import { PAGE_SIZE_MAX } from '@district/contract/limits.ts';
import type { HandoverItem } from '@district/contract/types.ts';
import { HANDOVER_REASONS } from '@district/contract/vocabulary.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import type { Services } from '../http/environment.ts';
import { isOpen, lightOf } from '../requests/summary.ts';
import type { Reader } from '../store/database.ts';
import type { HandoverItemRow } from '../store/schema/duty.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import { claimOf } from '../triage/claimed.ts';

/** What of a request is read out. */
const READ_OUT = [
  ...(['id', 'no', 'title', 'state', 'promised_due_at', 'yellow_at', 'paused_since'] as const),
  ...(['claimed_by', 'claimed_name', 'claimed_at', 'claimed_until'] as const),
] as const satisfies readonly (keyof RequestRow)[];
type ReadOut = Pick<RequestRow, (typeof READ_OUT)[number]>;

/** Those that a predicate leaves, in the order in which they are read out: hand-over by hand-over, one's claims first. */
export async function itemsWhere(
  db: Reader,
  { dictionaries }: Services,
  operator: Operator,
  now: Date,
  predicate: RawBuilder<boolean>,
): Promise<HandoverItem[]> {
  const rows = await db
    .selectFrom('handover_items')
    .selectAll()
    .where(predicate)
    .orderBy('at')
    .orderBy('shift_id')
    .orderBy(sql`array_position(${[...HANDOVER_REASONS]}::text[], reason)`)
    .orderBy('due_at')
    .orderBy(
      sql`(select no from requests where requests.district = handover_items.district and requests.id = handover_items.request_id)`,
    )
    .orderBy('id')
    .limit(PAGE_SIZE_MAX)
    .execute();
  const ids = rows.flatMap(({ request_id }) => request_id ?? []);
  const requests =
    ids.length === 0
      ? []
      : await db
          .selectFrom('requests')
          .select(READ_OUT)
          .where('district', 'in', [...new Set(rows.map(({ district }) => district))])
          .where('id', 'in', ids)
          .execute();
  const byId = new Map(requests.map((request) => [request.id, request] as const));
  return rows.map((row) => {
    const request = byId.get(row.request_id ?? '');
    return itemFrom(row, request ? readOut(request, operator, now) : null);
  });
}

function readOut(row: ReadOut, operator: Operator, now: Date): NonNullable<HandoverItem['request']> {
  return {
    no: row.no,
    title: row.title,
    state: row.state,
    light: lightOf(row, now),
    claimedBy: (isOpen(row) ? claimOf(row, operator, now)?.by : null) ?? null,
  };
}

function itemFrom(row: HandoverItemRow, request: HandoverItem['request']): HandoverItem {
  return {
    id: row.id,
    shift: row.shift_id,
    by: row.by_name,
    at: row.at.toISOString(),
    reason: row.reason,
    dueAt: row.due_at?.toISOString() ?? null,
    note: row.note,
    request,
    acknowledged:
      row.acknowledged_at === null || row.acknowledged_by === null
        ? null
        : { by: row.acknowledged_by, at: row.acknowledged_at.toISOString() },
  };
}
