import { claim } from '../../../commands/requests/claim.ts';
import { release } from '../../../commands/requests/release.ts';
import type { Operation } from '../../command/operation.ts';
import type { Desk } from '../desk.ts';
import { OPERATIONS } from '../operations.ts';
import { claimOrRelease } from '../triage/claim.ts';
import { startOnRequests } from '../triage/start.ts';
import type { Binding } from './binding.ts';

type Keyed = Pick<Operation, 'id' | 'keys' | 'summary'>;

/** The key that the operation's own definition gives it here. */
export function bound({ id, keys, summary }: Keyed, run: (desk: Desk) => void): Binding {
  const key = keys?.triage ?? keys?.requests ?? '';
  return { name: id, keys: [key], label: key, summary, run };
}

/** Hold wherever a request is at hand. */
export const CLAIM_BINDINGS: readonly Binding[] = [
  {
    ...bound(claim, (desk) => void claimOrRelease(desk)),
    summary: {
      zh: `${claim.summary.zh} / ${release.summary.zh}`,
      en: `${claim.summary.en} / ${release.summary.en}`,
    },
  },
  bound(OPERATIONS['request.note'], (desk) => startOnRequests(desk, 'request.note')),
];
