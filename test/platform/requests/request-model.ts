import { ACTIONS, type Action, type Party, TRANSITIONS } from '@district/contract/transitions.ts';
import type { ActionInput } from '@district/contract/types.ts';
import type { ApprovalKind, PauseCause, RequestState } from '@district/contract/vocabulary.ts';

/** A request as far as people tell one another about it over the phone. */
export interface Model {
  state: RequestState;
  pausedFrom: RequestState | null;
  /** What keeps the clock standing. */
  pausedFor: readonly PauseCause[];
  lead: string | null;
  assistants: readonly string[];
  round: number;
  returns: number;
  reminders: number;
  corrections: number;
  approval: { kind: ApprovalKind; arbitration: boolean; input: ActionInput } | null;
  /** What it was before the last step, and whose step that was, where it can be taken back. */
  undo: { before: Model; by: string } | null;
}

export interface Actor {
  id: string;
  party: Party;
  unit: string | null;
}

/** What a rule asks of the clock; the clock itself has tests of its own. */
export interface Moment {
  isBeforeLastDay: boolean;
  isReturnable: boolean;
}

export const FILED: Model = {
  state: 'submitted',
  pausedFrom: null,
  pausedFor: [],
  lead: null,
  assistants: [],
  round: 1,
  returns: 0,
  reminders: 0,
  corrections: 0,
  approval: null,
  undo: null,
};

export function isVisible({ lead, assistants }: Model, { unit }: Actor): boolean {
  return unit === null || lead === unit || assistants.includes(unit);
}

export function openTo(model: Model, actor: Actor, moment: Moment): Action[] {
  return ACTIONS.filter((action) => isOpen(model, action, actor, moment));
}

function isOpen(
  model: Model,
  action: Action,
  actor: Actor,
  { isBeforeLastDay, isReturnable }: Moment,
): boolean {
  const { by, from, conditions = [] } = TRANSITIONS[action];
  if (!by.includes(actor.party) || !from.includes(model.state)) return false;
  if (actor.party === 'handler' && model.lead !== actor.unit) return false;
  if (action === 'undo')
    return model.undo !== null && (actor.party === 'centre' || model.undo.by === actor.id);
  if (conditions.includes('no_open_approval') && model.approval) return false;
  if (conditions.includes('open_return_to_arbitrate') && !model.approval?.arbitration) return false;
  if (conditions.includes('correction_not_yet_asked') && model.corrections > 0) return false;
  const isAtProcedure = model.pausedFor.includes('special_procedure');
  if (conditions.includes('no_special_procedure') && isAtProcedure) return false;
  if (conditions.includes('special_procedure_open') && !isAtProcedure) return false;
  if (conditions.includes('correction_awaited') && !model.pausedFor.includes('request_correction'))
    return false;
  if (conditions.includes('in_time_to_return') && !isReturnable) return false;
  return !conditions.includes('before_promised_due') || isBeforeLastDay;
}

/** The request after somebody's step: done at once, or asked of the centre. */
export function stepped(model: Model, action: Action, actor: Actor, input: ActionInput): Model {
  if (action === 'undo') return { ...(model.undo?.before ?? model), undo: null };
  const { approval: kind, inverse } = TRANSITIONS[action];
  const isAsked = kind !== undefined && actor.party === 'handler';
  const after = isAsked
    ? { ...model, approval: { kind, input, arbitration: kind === 'return' && model.returns > 0 } }
    : done(model, action, input);
  const canBeTakenBack = inverse === (isAsked ? 'asked' : 'done');
  return { ...after, undo: canBeTakenBack ? { before: model, by: actor.id } : null };
}

export function decided(model: Model, verdict: 'granted' | 'refused'): Model {
  const { approval } = model;
  const settled = { ...model, approval: null, undo: null };
  return approval && verdict === 'granted' ? done(settled, approval.kind, approval.input) : settled;
}

function done(model: Model, action: Action, input: ActionInput): Model {
  const sent = { ...model, state: 'assigned' as const, lead: input.to ?? model.lead, assistants: [] };
  switch (action) {
    case 'assign':
    case 'transfer':
      return sent;
    case 'arbitrate':
      return { ...sent, approval: null, returns: model.returns + 1 };
    case 'return':
      return { ...model, state: 'accepted', lead: null, assistants: [], returns: model.returns + 1 };
    case 'consult':
      return { ...model, assistants: [...new Set([...model.assistants, ...(input.assistants ?? [])])] };
    case 'remind':
      return { ...model, reminders: model.reminders + 1 };
    case 'request_correction':
      return { ...paused(model, action), corrections: model.corrections + 1 };
    case 'special_procedure':
      return paused(model, action);
    case 'submit_correction':
      return resumed(model, 'request_correction');
    case 'resume':
      return resumed(model, 'special_procedure');
    case 'reopen':
      return {
        ...sent,
        assistants: model.assistants,
        round: model.round + 1,
        returns: 0,
        reminders: 0,
        corrections: 0,
      };
    default: {
      const { to } = TRANSITIONS[action];
      return to === 'same' || to === 'before_pause' || to === 'before_step'
        ? model
        : { ...model, state: to, pausedFrom: null, pausedFor: [] };
    }
  }
}

function paused(model: Model, cause: PauseCause): Model {
  return {
    ...model,
    state: 'suspended',
    pausedFrom: model.pausedFrom ?? model.state,
    pausedFor: [...model.pausedFor, cause],
  };
}

/** The clock runs again when the last of what kept it standing is over. */
function resumed(model: Model, cause: PauseCause): Model {
  const pausedFor = model.pausedFor.filter((other) => other !== cause);
  if (pausedFor.length > 0) return { ...model, pausedFor };
  return { ...model, state: model.pausedFrom ?? model.state, pausedFrom: null, pausedFor };
}
