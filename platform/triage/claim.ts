import type { Claim, RequestSummary } from '@district/contract/types.ts';
import { type Operator, rightsOf } from '../access/operator.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import { shiftOf } from '../duty/shifts.ts';
import { appendEvent } from '../events/append.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import { currentState } from '../requests/current.ts';
import { lockRequest } from '../requests/find.ts';
import { isOpen, summaryOf } from '../requests/summary.ts';
import type { Writer } from '../store/database.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import { type ClaimFacts, claimEnd, claimOf, NOT_CLAIMED } from './claimed.ts';
import { requireCentre } from './rights.ts';

type Worker = Actor & { operator: Operator };

/** Takes a request upon oneself; done again by the same person it holds longer. Whoever comes second is shown the first. */
export async function claimRequest(
  db: Writer,
  services: Services,
  actor: Worker,
  no: string,
): Promise<RequestSummary> {
  return claimLocked(db, services, actor, await lockRequest(db, actor.operator, no));
}

/** The same with a request that the caller has locked. */
export async function claimLocked(
  db: Writer,
  services: Services,
  actor: Worker,
  before: RequestRow,
): Promise<RequestSummary> {
  const { no } = before;
  requireCentre(actor.operator, 'claim', no);
  if (!isOpen(before)) {
    throw new ProblemError('transition_closed', `${no} is ${before.state}: there is nothing left to claim.`, {
      reason: 'state',
      current: currentState(before),
    });
  }
  const held = claimOf(before, actor.operator, actor.at);
  if (held && !held.mine) throw alreadyClaimed(no, held);
  return setClaim(db, services, actor, before, 'claim', {
    claimed_by: actor.operator.id,
    claimed_name: actor.operator.name,
    claimed_at: held ? before.claimed_at : actor.at,
    claimed_until: claimEnd(actor.at, (await shiftOf(db, actor.operator, actor.at))?.until),
  });
}

/** Gives a request back. One that nobody has is free already, and nothing is written. */
export async function releaseRequest(
  db: Writer,
  services: Services,
  actor: Worker,
  no: string,
): Promise<RequestSummary> {
  const before = await lockRequest(db, actor.operator, no);
  requireCentre(actor.operator, 'release', no);
  const held = claimOf(before, actor.operator, actor.at);
  if (held === null) return summaryOf(before, actor.operator, actor.at, services.dictionaries);
  // Somebody has to be able to free what was claimed by a person who has gone home.
  if (!held.mine && rightsOf(actor.operator).accounts === null) throw alreadyClaimed(no, held);
  return setClaim(db, services, actor, before, 'release', NOT_CLAIMED);
}

function alreadyClaimed(no: string, claim: Claim): ProblemError {
  return new ProblemError(
    'already_claimed',
    `${no} has been claimed by ${claim.by} until ${claim.until}: take the next, or ask them.`,
    { claim },
  );
}

async function setClaim(
  db: Writer,
  { dictionaries }: Services,
  actor: Worker,
  before: RequestRow,
  action: 'claim' | 'release',
  claim: ClaimFacts,
): Promise<RequestSummary> {
  const after = await recordClaim(db, actor, before, action, claim);
  return summaryOf(after, actor.operator, actor.at, dictionaries);
}

/** A claim is no step of the request's life: it has no entry on the timeline and makes no version, but is audited and told. */
export async function recordClaim(
  db: Writer,
  actor: Actor,
  before: RequestRow,
  action: 'claim' | 'release' | 'lapse',
  claim: ClaimFacts,
): Promise<RequestRow> {
  const { district, id, no } = before;
  await db.updateTable('requests').set(claim).where('district', '=', district).where('id', '=', id).execute();
  await appendAudit(db, actor, {
    district,
    action: `requests.${action}`,
    object: no,
    before: { claimedBy: before.claimed_by, until: before.claimed_until },
    after: { claimedBy: claim.claimed_by, until: claim.claimed_until },
  });
  const after = { ...before, ...claim };
  await appendEvent(db, {
    type: 'request.changed',
    request: after,
    previousLead: before.lead,
    at: actor.at,
    action,
    by: actor.operator?.name ?? null,
    approvalId: null,
  });
  return after;
}
