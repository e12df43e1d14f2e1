import { formatUnit } from '@district/contract/assignee.ts';
import {
  ACTIONS,
  type Action,
  type ClosedReason,
  type Condition,
  type Party,
  TRANSITIONS,
} from '@district/contract/transitions.ts';
import type { PauseCause } from '@district/contract/vocabulary.ts';
import { mayDecide, type Operator, rightsOf } from '../access/operator.ts';
import { dueDateOf, startOfDay } from '../calendar/plain-date.ts';
import type { RequestRow } from '../store/schema/requests.ts';

export type Ruling = { open: true; party: Party } | { open: false; reason: ClosedReason };

type Facts = Pick<
  RequestRow,
  | 'state'
  | 'lead'
  | 'open_approval'
  | 'arbitration'
  | 'arbiter'
  | 'promised_due_at'
  | 'promised_unit'
  | 'corrections'
  | 'open_pauses'
  | 'accept_by'
  | 'return_by'
  | 'undo_by'
  | 'reminder_to_undo'
  | 'rectification'
>;

/** Whether an action is open to an operator right now, as which party, and if not, why. */
export function rule(action: Action, request: Facts, operator: Operator, now: Date): Ruling {
  const transition = TRANSITIONS[action];
  const party = transition.by.find((candidate) => rightsOf(operator).parties.includes(candidate));
  if (party === undefined) return { open: false, reason: 'role' };
  if (transition.settles !== undefined && !mayDecide(operator, request.arbiter ?? 'centre'))
    return { open: false, reason: 'role' };
  if (!transition.from.includes(request.state)) return { open: false, reason: 'state' };
  if (party === 'handler' && !leads(operator, request)) return { open: false, reason: 'not_lead_unit' };
  const failed = transition.conditions?.find((condition) => !holds(condition, request, now));
  if (failed !== undefined) return { open: false, reason: failed };
  if (action === 'undo' && party === 'handler' && request.undo_by !== operator.id)
    return { open: false, reason: 'not_your_step' };
  return { open: true, party };
}

export function openActions(request: Facts, operator: Operator, now: Date): Action[] {
  return ACTIONS.filter(
    (action) => TRANSITIONS[action].from.includes(request.state) && rule(action, request, operator, now).open,
  );
}

/** Whether the work is with the operator's own unit. */
export function leads(operator: Operator, request: Pick<RequestRow, 'lead'>): boolean {
  return operator.unit !== null && request.lead === formatUnit(operator.unit);
}

function holds(condition: Condition, request: Facts, now: Date): boolean {
  switch (condition) {
    case 'no_open_approval':
      return request.open_approval === null;
    case 'open_return_to_arbitrate':
      return request.open_approval === 'return' && request.arbitration;
    case 'before_promised_due':
      return (
        request.promised_due_at === null || now < extensionEnd(request.promised_due_at, request.promised_unit)
      );
    case 'correction_not_yet_asked':
      return request.corrections === 0;
    case 'correction_awaited':
      return isPausedFor(request, 'request_correction');
    case 'special_procedure_open':
      return isPausedFor(request, 'special_procedure');
    case 'no_special_procedure':
      return !isPausedFor(request, 'special_procedure');
    case 'in_time_to_correct':
      return request.state !== 'submitted' || request.accept_by === null || now < request.accept_by;
    case 'in_time_to_return':
      return request.return_by === null || now < request.return_by;
    case 'no_open_rectification':
      return request.rectification !== 'open';
    case 'step_to_undo':
      return request.undo_by !== null || request.reminder_to_undo;
  }
}

function isPausedFor({ open_pauses }: Facts, wanted: PauseCause): boolean {
  return open_pauses.some(({ cause }) => cause === wanted);
}

/** An extension of a day limit is asked for at least a day before it ends, so that somebody can still decide; of hours, before it ends. */
function extensionEnd(dueAt: Date, unit: RequestRow['promised_unit']): Date {
  return unit === 'hour' ? dueAt : startOfDay(dueDateOf(dueAt));
}
