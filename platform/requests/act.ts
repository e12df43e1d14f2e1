import { type Action, TRANSITIONS } from '@district/contract/transitions.ts';
import type { ActionInput } from '@district/contract/types.ts';
import type { Operator } from '../access/operator.ts';
import { openApproval } from '../approvals/open.ts';
import { settleReturn, takeApprovalBack } from '../approvals/settle.ts';
import type { Actor } from '../audit/append.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import { holdReminder } from '../reminders/hold.ts';
import { takeReminderBack } from '../reminders/take-back.ts';
import type { Writer } from '../store/database.ts';
import type { ApprovalRow, RequestRow } from '../store/schema/requests.ts';
import { applyAction } from './apply.ts';
import { checkInput } from './check-input.ts';
import { closed } from './closed.ts';
import { currentState } from './current.ts';
import { returnBy } from './deadlines.ts';
import { lockRequest } from './find.ts';
import { checkMergeTarget } from './merge-target.ts';
import { recordStep, stamp } from './record.ts';
import { beginRectification, withRectification } from './rectification.ts';
import { rule } from './rules.ts';
import { withUndo } from './undo.ts';

export interface Acted {
  request: RequestRow;
  /** Set when the action waits for the centre. */
  approval: ApprovalRow | null;
  /** Set when the unit hears of a reminder only then. */
  heldUntil: Date | null;
}

/** Takes an action on a request: scope, version, rule, input, effect, in this order, in the caller's transaction. */
export async function act(
  db: Writer,
  services: Services,
  actor: Actor & { operator: Operator },
  no: string,
  action: Action,
  input: ActionInput,
  version: number | 'any',
): Promise<Acted> {
  const before = await lockRequest(db, actor.operator, no);
  checkVersion(before, version);
  // A reminder that waits stands on no timeline yet; undoing must not reach over it to the step before.
  const freed = action === 'undo' ? await takeReminderBack(db, actor, before) : undefined;
  if (freed) return { request: freed, approval: null, heldUntil: null };
  const ruling = rule(action, before, actor.operator, actor.at);
  if (!ruling.open) throw closed(action, before, ruling.reason);
  checkInput(services, before, action, input, actor.at);
  if (ruling.party === 'handler' && TRANSITIONS[action].approval !== undefined) {
    return { ...(await openApproval(db, services, actor, before, action, input)), heldUntil: null };
  }
  if (action === 'remind') {
    const held = await holdReminder(db, services, actor, before, input.remark ?? null);
    if (held) return { ...held, approval: null };
  }
  if (action === 'merge') await checkMergeTarget(db, actor.operator, before, input.into ?? '');
  const effect = await effectOf(db, services, before, action, input, actor.at);
  const takenBack = action === 'undo' ? await takeApprovalBack(db, actor, before, effect) : undefined;
  const settled = action === 'arbitrate' ? await settleReturn(db, actor, effect, input.reason ?? '') : effect;
  const after = withUndo(before, stamp(settled, actor, action), actor, action, 'done');
  await recordStep(db, actor, before, after, {
    action,
    phase: 'done',
    text: input.reply ?? input.reason ?? input.remark ?? null,
    unit: input.to ?? null,
    public: TRANSITIONS[action].public ?? false,
    event: takenBack ? 'approval.decided' : 'request.changed',
    ...(takenBack && { approval: takenBack }),
  });
  return { request: after, approval: null, heldUntil: null };
}

/** What the action makes of the request, a poor rating and its rectification included. */
async function effectOf(
  db: Writer,
  { calendar }: Services,
  before: RequestRow,
  action: Action,
  input: ActionInput,
  at: Date,
): Promise<RequestRow> {
  if (action === 'reopen' && before.rectification === 'open' && before.rated_at !== null) {
    const begun = await beginRectification(db, before);
    // The clock runs from the rating; the unit has it from now.
    return {
      ...applyAction(begun, action, input, before.rated_at, calendar),
      return_by: returnBy(at, calendar),
    };
  }
  const effect = applyAction(before, action, input, at, calendar);
  return action === 'callback' ? withRectification(db, effect, calendar) : effect;
}

function checkVersion(request: RequestRow, version: number | 'any'): void {
  if (version === 'any' || version === request.version) return;
  throw new ProblemError(
    'version_mismatch',
    `${request.no} was changed by ${request.last_action_by ?? 'the platform'} in between (${request.last_action}): look at it again, then decide.`,
    { current: currentState(request) },
  );
}
