import type { Services } from '../http/environment.ts';
import { REQUEST_COLUMNS } from '../requests/columns.ts';
import { recordStep, stamp } from '../requests/record.ts';

/** Approvals taken in one run, so that a backlog after a holiday does not hold its locks for long. */
const BATCH_SIZE = 100;

/** Approvals not decided in time are escalated, never granted silently. Returns how many. */
export async function escalateApprovals(services: Services): Promise<number> {
  const at = services.clock.now();
  return services.db.transaction().execute(async (db) => {
    const late = await db
      .selectFrom('approvals')
      .selectAll()
      .where('state', '=', 'pending')
      .where('decide_by', '<=', at)
      .orderBy('decide_by')
      .limit(BATCH_SIZE)
      .execute();
    let escalated = 0;
    for (const approval of late) {
      const before = await db
        .selectFrom('requests')
        .select(REQUEST_COLUMNS)
        .where('district', '=', approval.district)
        .where('id', '=', approval.request_id)
        .forUpdate()
        .executeTakeFirstOrThrow();
      const { numUpdatedRows } = await db
        .updateTable('approvals')
        .set({ state: 'escalated', version: approval.version + 1 })
        .where('district', '=', approval.district)
        .where('id', '=', approval.id)
        .where('state', '=', 'pending')
        .executeTakeFirst();
      if (numUpdatedRows === 0n) continue;
      const actor = { operator: null, address: null, requestId: 'escalation', at };
      await recordStep(db, actor, before, stamp(before, actor, approval.kind), {
        action: approval.kind,
        phase: 'escalated',
        text: null,
        unit: null,
        public: false,
        event: 'approval.escalated',
        approval: { id: approval.id, kind: approval.kind },
      });
      escalated += 1;
    }
    return escalated;
  });
}
