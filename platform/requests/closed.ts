import { type Action, type ClosedReason, TRANSITIONS } from '@district/contract/transitions.ts';
import { dueDateOf } from '../calendar/plain-date.ts';
import { ProblemError } from '../http/problem.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import { currentState } from './current.ts';

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

/** Why an action may not be taken, as its caller is told. */
export function closed(action: Action, request: RequestRow, reason: ClosedReason): ProblemError {
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
