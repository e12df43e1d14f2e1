import {
  type Action,
  type ActionField,
  type ClosedReason,
  fieldsOf,
  TRANSITIONS,
} from '@district/contract/transitions.ts';
import type { ActionInput } from '@district/contract/types.ts';
import type { Operator } from '../access/operator.ts';
import { NONE_OPEN, openApproval } from '../approvals/open.ts';
import type { Actor } from '../audit/append.ts';
import { dateOf, dueDateOf } from '../calendar/plain-date.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import { holdReminder } from '../reminders/hold.ts';
import { takeReminderBack } from '../reminders/take-back.ts';
import type { Writer } from '../store/database.ts';
import type { ApprovalRow, RequestRow } from '../store/schema/requests.ts';
import { applyAction } from './apply.ts';
import { checkUnits } from './assignable.ts';
import { currentState } from './current.ts';
import { returnBy } from './deadlines.ts';
import { lockIfThere, lockRequest } from './find.ts';
import { recordStep, type Step, stamp } from './record.ts';
import { beginRectification, checkAnotherUnit, isPoor, withRectification } from './rectification.ts';
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
  checkFields(action, input);
  if (action === 'reopen') checkReopened(before, input);
  checkUnits(services, before, input);
  checkAnotherUnit(before, action, input);
  checkExtension(services, before, input);
  checkUntil(input, actor.at);
  checkCallback(input);
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

/** Reasons that lie in who asks. */
const NOT_YOURS = {
  role: 'your role may not do it',
  not_lead_unit: 'only the unit that leads the work may do it',
  not_your_step: 'only whoever did the last step, or the centre, may take it back',
} as const;

/** Where the time for an action, once over, is kept. */
const ENDS: Partial<Record<ClosedReason, 'return_by' | 'accept_by'>> = {
  in_time_to_return: 'return_by',
  in_time_to_correct: 'accept_by',
};

function closed(action: Action, request: RequestRow, reason: ClosedReason): ProblemError {
  const openFrom = [...TRANSITIONS[action].from];
  const who = NOT_YOURS[reason as keyof typeof NOT_YOURS];
  if (who !== undefined) {
    return new ProblemError('forbidden', `${action} on ${request.no} is not within your rights: ${who}.`, {
      reason,
    });
  }
  const end = ENDS[reason];
  const ended = end === undefined ? null : request[end];
  const why: Record<Exclude<typeof reason, keyof typeof NOT_YOURS>, string> = {
    state: `${request.last_action_by ?? 'the platform'} made it ${request.state} (${request.last_action}), and ${action} is open from ${openFrom.join(', ')}`,
    no_open_approval: `an approval of ${request.open_approval} is open and has to be decided first`,
    open_return_to_arbitrate: 'no second return waits for arbitration',
    before_promised_due: 'an extension has to be asked for at least a day before the promised deadline',
    correction_not_yet_asked: 'a correction may be asked for only once',
    correction_awaited: 'no correction is waited for',
    no_special_procedure: 'a special procedure is open already',
    special_procedure_open: 'no special procedure is open',
    in_time_to_correct:
      'before acceptance a correction has to be asked for within five working days of the filing',
    in_time_to_return: `it could be returned until ${ended && dueDateOf(ended)} at 24:00, two working days after its dispatch; consult another unit, or ask the centre to transfer it`,
    no_open_rectification: 'it was rated poorly, and another unit has to put it right first (reopen)',
    step_to_undo: `its last step (${request.last_action}) cannot be taken back, or something has happened since`,
  };
  return new ProblemError(
    'transition_closed',
    `${action} is not open for ${request.no}: ${why[reason as keyof typeof why]}.`,
    {
      reason,
      ...(ended && { endedAt: ended.toISOString() }),
      openFrom,
      current: currentState(request),
    },
  );
}

function checkFields(action: Action, input: ActionInput): void {
  const given = Object.keys(input) as ActionField[];
  const missing = (TRANSITIONS[action].needs ?? []).filter((field) => input[field] === undefined);
  const extra = given.filter((field) => !fieldsOf(action).includes(field));
  if (missing.length === 0 && extra.length === 0) return;
  const fields = [
    ...missing.map((path) => ({ path, message: `${action} needs it` })),
    ...extra.map((path) => ({ path, message: `${action} does not take it` })),
  ];
  const named = fields.map((field) => `${field.path} (${field.message})`).join(', ');
  throw new ProblemError('invalid', `The input of ${action} is not right: ${named}.`, { fields });
}

/** What was merged before anybody had it is nobody's yet. */
function checkReopened({ no, lead }: RequestRow, { to }: ActionInput): void {
  if (lead !== null || to !== undefined) return;
  throw new ProblemError('invalid', `${no} was never sent to anybody: name with \`to\` who does it.`, {
    fields: [{ path: 'to', message: 'reopen needs it here' }],
  });
}

/** Working days by which licensing may be extended, once (行政许可法 42). */
const LICENSING_EXTENSION_MAX = 10;

function checkExtension({ dictionaries }: Services, request: RequestRow, { limit }: ActionInput): void {
  if (limit === undefined || dictionaries.items.get(request.item)?.kind !== 'licensing') return;
  const message =
    request.extended_limit > 0
      ? 'licensing is extended once, and has been'
      : limit > LICENSING_EXTENSION_MAX
        ? `licensing is extended by ${LICENSING_EXTENSION_MAX} working days at most`
        : undefined;
  if (message !== undefined)
    throw new ProblemError('invalid', `Not extended: ${message}.`, { fields: [{ path: 'limit', message }] });
}

function checkUntil({ until }: ActionInput, at: Date): void {
  if (until === undefined || until >= dateOf(at)) return;
  const message = `it is ${dateOf(at)} today, and the procedure would have ended before it began`;
  throw new ProblemError('invalid', `Not possible until ${until}: ${message}.`, {
    fields: [{ path: 'until', message }],
  });
}

/** What a call-back found has to be one thing. */
function checkCallback({ reached, satisfied, rating }: ActionInput): void {
  const fault =
    reached === false && (satisfied !== undefined || rating !== undefined)
      ? { path: 'reached', message: 'whoever was not reached has said neither' }
      : rating !== undefined && satisfied !== undefined && satisfied === isPoor(rating)
        ? {
            path: 'rating',
            message: `${rating} and ${satisfied ? 'satisfied' : 'not satisfied'} cannot both be`,
          }
        : undefined;
  if (fault)
    throw new ProblemError('invalid', `The call-back contradicts itself: ${fault.message}.`, {
      fields: [fault],
    });
}

async function checkMergeTarget(
  db: Writer,
  operator: Operator,
  before: RequestRow,
  into: string,
): Promise<void> {
  const target = await lockIfThere(db, operator, into);
  const why =
    target === undefined
      ? `there is no request ${into} within your area`
      : target.id === before.id
        ? 'a request cannot be merged into itself'
        : target.merged_into !== null
          ? `${into} was itself merged into ${target.merged_into}`
          : target.district !== before.district
            ? `${into} belongs to another district`
            : undefined;
  if (why)
    throw new ProblemError('invalid', `Not merged: ${why}.`, { fields: [{ path: 'into', message: why }] });
}

/** Arbitration decides the second return: it is granted, and the work goes where the district says. */
async function settleReturn(
  db: Writer,
  actor: Actor,
  request: RequestRow,
  reason: string,
): Promise<RequestRow> {
  await settleApproval(db, actor, request, { state: 'granted', decision: reason });
  return { ...request, ...NONE_OPEN };
}

/** An approval that was asked for and is taken back is decided by nobody. Returns which, where there was one. */
async function takeApprovalBack(
  db: Writer,
  actor: Actor,
  before: RequestRow,
  after: RequestRow,
): Promise<Step['approval']> {
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
