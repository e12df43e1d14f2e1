import { type Action, type ClockEffect, TRANSITIONS } from '@district/contract/transitions.ts';
import type { ActionInput } from '@district/contract/types.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { RequestRow, StoredPause } from '../store/schema/requests.ts';
import { deadlinesOf, returnBy } from './deadlines.ts';
import { beforeStep } from './undo.ts';

type Effect = (
  request: RequestRow,
  input: ActionInput,
  at: Date,
  calendar: WorkingCalendar,
) => Partial<RequestRow>;

/**
 * The request after an action has taken effect: state, clock, deadlines and what the action itself sets. Pure; whether the action is
 * open is `rule`'s business. The version and the last action are stamped by whoever writes it down.
 */
export function applyAction(
  request: RequestRow,
  action: Action,
  input: ActionInput,
  at: Date,
  calendar: WorkingCalendar,
): RequestRow {
  const transition = TRANSITIONS[action];
  if (transition.to === 'before_step') return beforeStep(request);
  const to =
    transition.to === 'same'
      ? request.state
      : transition.to === 'before_pause'
        ? pausedFrom(request)
        : transition.to;
  const clock = transition.clock === undefined ? {} : CLOCK[transition.clock](request, input, at, action);
  const changed: RequestRow = {
    ...request,
    ...clock,
    ...EFFECTS[action]?.(request, input, at, calendar),
    state: to,
  };
  // An action that leaves the clock alone leaves the deadlines alone, also when the calendar has changed since.
  return transition.clock === undefined ? changed : { ...changed, ...deadlinesOf(changed, calendar) };
}

function pausedFrom(request: RequestRow): RequestRow['state'] {
  if (request.paused_from === null) throw new Error(`${request.no} is not paused`);
  return request.paused_from;
}

function startAt(request: RequestRow, at: Date): Partial<RequestRow> {
  return { clock_started_at: request.clock_started_at ?? at };
}

/** Starting never restarts: a return and a second dispatch leave the clock as it was. */
const CLOCK: Record<
  ClockEffect,
  (request: RequestRow, input: ActionInput, at: Date, action: Action) => Partial<RequestRow>
> = {
  start_acceptance: (request, _input, at) =>
    request.clock_start === 'acceptance' ? startAt(request, at) : {},
  start_dispatch: (request, _input, at) => (request.clock_start === 'dispatch' ? startAt(request, at) : {}),
  pause: (request, _input, at, action) => ({
    paused_since: at,
    paused_from: request.state,
    pause_cause: action === 'request_correction' ? 'request_correction' : 'special_procedure',
  }),
  resume: (request, _input, at) => ({
    pauses: [...request.pauses, closedPause(request, at)],
    paused_since: null,
    paused_from: null,
    pause_cause: null,
  }),
  stop: (request, _input, at) => ({
    clock_stopped_at: at,
    ...(request.paused_since === null
      ? {}
      : {
          pauses: [...request.pauses, closedPause(request, at)],
          paused_since: null,
          paused_from: null,
          pause_cause: null,
        }),
  }),
  restart: (_request, _input, at) => ({
    clock_started_at: at,
    clock_stopped_at: null,
    pauses: [],
    extended_limit: 0,
    corrections: 0,
  }),
  extend: (request, input) => ({ extended_limit: request.extended_limit + (input.limit ?? 0) }),
};

function closedPause(request: RequestRow, at: Date): StoredPause {
  if (request.paused_since === null || request.pause_cause === null)
    throw new Error(`${request.no} is not paused`);
  return { from: request.paused_since.toISOString(), to: at.toISOString(), cause: request.pause_cause };
}

const sendTo: Effect = (_request, input, at, calendar) => ({
  ...(input.to === undefined ? {} : { lead: input.to }),
  assistants: input.assistants ?? [],
  return_by: returnBy(at, calendar),
});

const EFFECTS: Partial<Record<Action, Effect>> = {
  accept: (request, _input, at) => ({ first_contact_at: request.first_contact_at ?? at }),
  request_correction: (request) => ({ corrections: request.corrections + 1 }),
  assign: sendTo,
  transfer: sendTo,
  arbitrate: (request, input, at, calendar) => ({
    ...sendTo(request, input, at, calendar),
    returns: request.returns + 1,
  }),
  return: (request) => ({ lead: null, assistants: [], returns: request.returns + 1, return_by: null }),
  consult: (request, input) => ({
    assistants: [...new Set([...request.assistants, ...(input.assistants ?? [])])],
  }),
  remind: (request, _input, at) => ({ reminders: request.reminders + 1, reminded_at: at }),
  callback: (_request, input, at) => ({
    callback_at: at,
    callback_reached: input.reached ?? null,
    callback_satisfied: input.satisfied ?? null,
    rating: input.rating ?? null,
    rated_at: input.rating === undefined ? null : at,
  }),
  reopen: (request, input, at, calendar) => ({
    round: request.round + 1,
    lead: input.to ?? request.lead,
    return_by: returnBy(at, calendar),
    merged_into: null,
    returns: 0,
    reminders: 0,
    reminded_at: null,
    callback_at: null,
    callback_reached: null,
    callback_satisfied: null,
    rating: null,
    rated_at: null,
  }),
  close: ({ rectification }) => ({ rectification: rectification === null ? null : 'done' }),
  merge: (_request, input) => ({ merged_into: input.into ?? null }),
};
