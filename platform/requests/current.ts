import type { CurrentState } from '@district/contract/types.ts';
import type { RequestRow } from '../store/schema/requests.ts';

/** What a request is now and who made it so, for those who lost a race. */
export function currentState(
  request: Pick<RequestRow, 'state' | 'version' | 'last_action' | 'last_action_at' | 'last_action_by'>,
): CurrentState {
  return {
    state: request.state,
    version: request.version,
    changedBy: request.last_action_by,
    changedAt: request.last_action_at.toISOString(),
    lastAction: request.last_action,
  };
}
