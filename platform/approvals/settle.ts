import type { ApprovalKind } from '@district/contract/vocabulary.ts';
import type { Actor } from '../audit/append.ts';
import type { Writer } from '../store/database.ts';
import type { ApprovalRow, RequestRow } from '../store/schema/requests.ts';
import { NONE_OPEN } from './open.ts';

/** Arbitration decides the second return: it is granted, and the work goes where the district says. */
export async function settleReturn(
  db: Writer,
  actor: Actor,
  request: RequestRow,
  reason: string,
): Promise<RequestRow> {
  await settleApproval(db, actor, request, { state: 'granted', decision: reason });
  return { ...request, ...NONE_OPEN };
}

/** An approval that was asked for and is taken back is decided by nobody. Returns which, where there was one. */
export async function takeApprovalBack(
  db: Writer,
  actor: Actor,
  before: RequestRow,
  after: RequestRow,
): Promise<{ id: string; kind: ApprovalKind } | undefined> {
  const { open_approval_id: id, open_approval: kind } = before;
  if (id === null || kind === null || after.open_approval_id !== null) return undefined;
  await settleApproval(db, actor, before, { state: 'taken_back' });
  return { id, kind };
}

async function settleApproval(
  db: Writer,
  actor: Actor,
  { district, open_approval_id: id }: RequestRow,
  outcome: Pick<ApprovalRow, 'state'> & Partial<Pick<ApprovalRow, 'decision'>>,
): Promise<void> {
  await db
    .updateTable('approvals')
    .set((set) => ({
      ...outcome,
      decided_at: actor.at,
      decided_by: actor.operator?.name ?? null,
      version: set('version', '+', 1),
    }))
    .where('district', '=', district)
    .where('id', '=', id)
    .execute();
}
