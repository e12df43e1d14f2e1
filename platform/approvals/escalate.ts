import type { Actor } from '../audit/append.ts';
import { inTurn } from '../events/turn.ts';
import type { Services } from '../http/environment.ts';
import { REQUEST_COLUMNS } from '../requests/columns.ts';
import { recordStep, stamp } from '../requests/record.ts';
import type { Writer } from '../store/database.ts';
import type { ApprovalRow, RequestRow } from '../store/schema/requests.ts';
import { carryOut } from './decide.ts';
import { settingOf } from './settings.ts';

/** Approvals taken in one run, each in a transaction of its own. */
const BATCH_SIZE = 100;

/** Said of what nobody decided on and the district lets through. */
const GRANTED_BY_ITSELF_ZH = '逾期未批,按本区设定自动批准';

/**
 * Approvals not decided in time are escalated; never granted silently, and granted at all only where the district has set so, which is
 * then written down as the platform's own decision. A second return is arbitrated by people. Returns how many were taken.
 */
export async function escalateApprovals(services: Services): Promise<number> {
  const at = services.clock.now();
  const late = await services.db
    .selectFrom('approvals')
    .innerJoin('requests', (join) =>
      join
        .onRef('requests.district', '=', 'approvals.district')
        .onRef('requests.id', '=', 'approvals.request_id'),
    )
    .select(['approvals.district', 'approvals.id', 'approvals.request_id', 'requests.no'])
    .where('approvals.state', '=', 'pending')
    .where('decide_by', '<=', at)
    .orderBy('decide_by')
    .limit(BATCH_SIZE)
    .execute();
  let taken = 0;
  for (const one of late)
    if (await inTurn(services.db, one.no, (db) => settleLate(db, services, at, one))) taken += 1;
  return taken;
}

async function settleLate(
  db: Writer,
  services: Services,
  at: Date,
  { district, id, request_id }: Pick<ApprovalRow, 'district' | 'id' | 'request_id'>,
): Promise<boolean> {
  const before = await db
    .selectFrom('requests')
    .select(REQUEST_COLUMNS)
    .where('district', '=', district)
    .where('id', '=', request_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const approval = await db
    .selectFrom('approvals')
    .selectAll()
    .where('district', '=', district)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  // Somebody decided while the lock was waited for.
  if (approval.state !== 'pending') return false;
  const actor = { operator: null, address: null, requestId: 'escalation', at };
  const { grantsItself } = await settingOf(db, district, approval.kind);
  if (grantsItself && !approval.arbitration)
    await carryOut(db, services, actor, before, approval, { verdict: 'granted', text: GRANTED_BY_ITSELF_ZH });
  else await escalate(db, actor, before, approval);
  return true;
}

async function escalate(db: Writer, actor: Actor, before: RequestRow, approval: ApprovalRow): Promise<void> {
  await db
    .updateTable('approvals')
    .set({ state: 'escalated', version: approval.version + 1 })
    .where('district', '=', approval.district)
    .where('id', '=', approval.id)
    .execute();
  await recordStep(db, actor, before, stamp(before, actor, approval.kind), {
    action: approval.kind,
    phase: 'escalated',
    text: null,
    unit: null,
    public: false,
    event: 'approval.escalated',
    approval: { id: approval.id, kind: approval.kind },
  });
}
