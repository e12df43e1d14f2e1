import { PAGE_SIZE_MAX } from '@district/contract/limits.ts';
import type { HandoverItem } from '@district/contract/types.ts';
import { HANDOVER_REASONS } from '@district/contract/vocabulary.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import type { Services } from '../http/environment.ts';
import { REQUEST_COLUMNS } from '../requests/columns.ts';
import { summaryOf } from '../requests/summary.ts';
import type { Reader } from '../store/database.ts';
import type { HandoverItemRow } from '../store/schema/duty.ts';

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
          .select(REQUEST_COLUMNS)
          .where('district', 'in', [...new Set(rows.map(({ district }) => district))])
          .where('id', 'in', ids)
          .execute();
  const summaries = new Map(
    requests.map((row) => [row.id, summaryOf(row, operator, now, dictionaries)] as const),
  );
  return rows.map((row) => itemFrom(row, summaries.get(row.request_id ?? '')));
}

function itemFrom(row: HandoverItemRow, request: ReturnType<typeof summaryOf> | undefined): HandoverItem {
  return {
    id: row.id,
    shift: row.shift_id,
    by: row.by_name,
    at: row.at.toISOString(),
    reason: row.reason,
    dueAt: row.due_at?.toISOString() ?? null,
    note: row.note,
    request: request
      ? {
          no: request.no,
          title: request.title,
          state: request.state,
          light: request.light,
          claimedBy: request.claim?.by ?? null,
        }
      : null,
    acknowledged:
      row.acknowledged_at === null || row.acknowledged_by === null
        ? null
        : { by: row.acknowledged_by, at: row.acknowledged_at.toISOString() },
  };
}
