import { type Action, type ClockEffect, TRANSITIONS } from '@district/contract/transitions.ts';
import type { ActionInput } from '@district/contract/types.ts';
import { endOfDay } from '../calendar/plain-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { OpenPause, RequestRow } from '../store/schema/requests.ts';
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
        ? afterPause(request, action)
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

/** Where the clock came to stand, unless something else keeps it standing. */
function afterPause(request: RequestRow, action: Action): RequestRow['state'] {
  if (request.paused_from === null) throw new Error(`${request.no} is not paused`);
  return request.open_pauses.every(endedBy(action)) ? request.paused_from : request.state;
}

function endedBy(action: Action): (pause: OpenPause) => boolean {
  const cause = action === 'submit_correction' ? 'request_correction' : 'special_procedure';
  return (pause) => pause.cause === cause;
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
  pause: (request, { until }, at, action) => {
    const isCorrection = action === 'request_correction';
    const pause: OpenPause = isCorrection
      ? { from: at.toISOString(), cause: 'request_correction', until: null }
      : { from: at.toISOString(), cause: 'special_procedure', until: until ?? null };
    return {
      open_pauses: [...request.open_pauses, pause],
      paused_since: request.paused_since ?? at,
      paused_from: request.paused_from ?? request.state,
      ...(pause.until !== null && { resume_at: endOfDay(pause.until) }),
    };
  },
  resume: (request, _input, at, action) => ended(request, at, endedBy(action)),
  stop: (request, _input, at) => ({ clock_stopped_at: at, ...ended(request, at, () => true) }),
  restart: (_request, _input, at) => ({
    clock_started_at: at,
    clock_stopped_at: null,
    pauses: [],
    extended_limit: 0,
    corrections: 0,
  }),
  extend: (request, input) => ({ extended_limit: request.extended_limit + (input.limit ?? 0) }),
};

/** The clock runs again once no pause is open any more; those that end are counted from then on. */
function ended(request: RequestRow, at: Date, isOver: (pause: OpenPause) => boolean): Partial<RequestRow> {
  const over = request.open_pauses.filter(isOver);
  const open = request.open_pauses.filter((pause) => !over.includes(pause));
  return {
    pauses: [...request.pauses, ...over.map(({ from, cause }) => ({ from, to: at.toISOString(), cause }))],
    open_pauses: open,
    ...(open.length === 0 && { paused_since: null, paused_from: null }),
    ...(over.some(({ until }) => until !== null) && { resume_at: null }),
  };
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
