import { type Action, TRANSITIONS } from '@district/contract/transitions.ts';
import type { ActionInput } from '@district/contract/types.ts';
import type { Operator } from '../access/operator.ts';
import type { Actor } from '../audit/append.ts';
import { deadline } from '../calendar/deadline.ts';
import type { Services } from '../http/environment.ts';
import { recordStep, stamp, unitOf } from '../requests/record.ts';
import { withUndo } from '../requests/undo.ts';
import type { Writer } from '../store/database.ts';
import type { ApprovalRow, RequestRow } from '../store/schema/requests.ts';
import { uuidV7 } from '../store/uuid-v7.ts';
import { settingOf } from './settings.ts';

/** A request on which nothing waits to be decided. */
export const NONE_OPEN = {
  open_approval: null,
  open_approval_id: null,
  arbitration: false,
  arbiter: null,
} as const satisfies Partial<RequestRow>;

/** A handler's action that needs the centre: nothing changes but that an approval is open; the clock runs on. */
export async function openApproval(
  db: Writer,
  services: Services,
  actor: Actor & { operator: Operator },
  before: RequestRow,
  action: Action,
  input: ActionInput,
): Promise<{ request: RequestRow; approval: ApprovalRow }> {
  const kind = TRANSITIONS[action].approval;
  if (kind === undefined) throw new Error(`${action} needs no approval`);
  const { limit, decider } = await settingOf(db, before.district, kind);
  const arbitration = kind === 'return' && before.returns > 0;
  const approval: ApprovalRow = {
    district: before.district,
    id: uuidV7(actor.at, Math.random),
    request_id: before.id,
    kind,
    state: 'pending',
    applicant_id: actor.operator.id,
    applicant_name: actor.operator.name,
    applicant_unit: unitOf(actor),
    reason: input.reply ?? input.reason ?? '',
    input: input as Record<string, unknown>,
    arbitration,
    opened_at: actor.at,
    decide_by: deadline(actor.at, limit, [], services.calendar).dueAt,
    decided_at: null,
    decided_by: null,
    decision: null,
    version: 1,
  };
  await db
    .insertInto('approvals')
    .values({ ...approval, input: JSON.stringify(approval.input) })
    .execute();
  const opened = {
    ...before,
    open_approval: kind,
    open_approval_id: approval.id,
    arbitration,
    arbiter: arbitration ? decider : null,
  };
  const after = withUndo(before, stamp(opened, actor, action), actor, action, 'asked');
  await recordStep(db, actor, before, after, {
    action,
    phase: 'asked',
    text: approval.reason,
    unit: null,
    public: false,
    event: 'approval.opened',
    approval: { id: approval.id, kind },
  });
  return { request: after, approval };
}
