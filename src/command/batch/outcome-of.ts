import type { Problem } from '@district/contract/types.ts';
import type { ItemOutcome } from '../../journal/batch-plan.ts';
import type { Failure } from '../operation.ts';

/** Of these it is certain that nothing was done, and that it may be tried again: nothing was sent, or the platform did not get to it. */
const NOTHING_DONE: readonly string[] = [
  'unreachable',
  'certificate_refused',
  'proxy_failed',
  'unauthenticated',
  'session_ended',
  'rate_limited',
  'unavailable',
  'internal',
];

/** What a failure says about the item. Only the platform's own word is a refusal; of anything else its key has to tell. */
export function outcomeOf({ problem, ...rest }: Failure): ItemOutcome {
  const current = (problem as Problem | undefined)?.current;
  const failure = { ...rest, ...(current && { problem: { current } }) };
  if (NOTHING_DONE.includes(failure.kind)) return { status: 'not_done', failure };
  return { status: problem === undefined ? 'unknown' : 'refused', failure };
}
