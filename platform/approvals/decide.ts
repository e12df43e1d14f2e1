import { TRANSITIONS } from '@district/contract/transitions.ts';
import type { ActionInput } from '@district/contract/types.ts';
import { type ApprovalDecider, OPEN_APPROVAL_STATES } from '@district/contract/vocabulary.ts';
import { mayDecide, type Operator, rightsOf } from '../access/operator.ts';
import type { Actor } from '../audit/append.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import { applyAction } from '../requests/apply.ts';
import { recordStep, stamp } from '../requests/record.ts';
import type { Writer } from '../store/database.ts';
import type { ApprovalRow, RequestRow } from '../store/schema/requests.ts';
import { lockApproval } from './find.ts';
import { NONE_OPEN } from './open.ts';
import { settingOf } from './settings.ts';

export interface Decision {
  verdict: 'granted' | 'refused';
  text: string | null;
}

/** Grants or refuses: granted, the action takes effect now; refused, the work goes on (a refused `resolve` is redone). */
export async function decide(
  db: Writer,
  services: Services,
  actor: Actor & { operator: Operator },
  id: string,
  decision: Decision,
  version: number | 'any',
): Promise<{ request: RequestRow; approval: ApprovalRow }> {
  const { request, approval } = await lockApproval(db, actor.operator, id);
  const { decider } = await settingOf(db, approval.district, approval.kind);
  checkMayDecide(actor.operator, decider, approval, version);
  return carryOut(db, services, actor, request, approval, decision);
}

/** Writes a decision down and lets it take effect; without an operator it is the platform's own, as the district set it. */
export async function carryOut(
  db: Writer,
  services: Services,
  actor: Actor,
  before: RequestRow,
  approval: ApprovalRow,
  decision: Decision,
): Promise<{ request: RequestRow; approval: ApprovalRow }> {
  const decided: ApprovalRow = {
    ...approval,
    state: decision.verdict,
    decided_at: actor.at,
    decided_by: actor.operator?.name ?? null,
    decision: decision.text,
    version: approval.version + 1,
  };
  const { state, decided_at, decided_by, decision: text, version: next } = decided;
  await db
    .updateTable('approvals')
    .set({ state, decided_at, decided_by, decision: text, version: next })
    .where('district', '=', approval.district)
    .where('id', '=', approval.id)
    .execute();
  const settled: RequestRow = { ...before, ...NONE_OPEN };
  const isGranted = decision.verdict === 'granted';
  const effect = isGranted
    ? applyAction(settled, approval.kind, approval.input as ActionInput, actor.at, services.calendar)
    : settled;
  const after = stamp(effect, actor, approval.kind);
  const isPublic = isGranted && (TRANSITIONS[approval.kind].public ?? false);
  await recordStep(db, actor, before, after, {
    action: approval.kind,
    phase: decision.verdict,
    text: isPublic ? approval.reason : decision.text,
    unit: null,
    public: isPublic,
    event: 'approval.decided',
    approval: { id: approval.id, kind: approval.kind, ...(actor.operator === null && { automatic: true }) },
  });
  return { request: after, approval: decided };
}

function checkMayDecide(
  operator: Operator,
  decider: ApprovalDecider,
  approval: ApprovalRow,
  version: number | 'any',
): void {
  const current = {
    state: approval.state,
    version: approval.version,
    changedBy: approval.decided_by,
    changedAt: (approval.decided_at ?? approval.opened_at).toISOString(),
    lastAction: approval.decided_at === null ? null : approval.state,
  };
  if (!rightsOf(operator).decides) {
    throw new ProblemError('forbidden', 'Your role may not decide approvals: the district’s centre does.', {
      reason: 'role',
    });
  }
  if (!mayDecide(operator, decider)) {
    throw new ProblemError(
      'forbidden',
      `In this district an administrator decides on ${approval.kind}: hand it to one.`,
      { reason: 'role' },
    );
  }
  if (!isOpenApproval(approval)) {
    const when = `${approval.decided_by ?? 'the platform'} has ${approval.state} it`;
    throw new ProblemError('already_decided', `There is nothing left to decide: ${when}.`, { current });
  }
  if (approval.arbitration) {
    throw new ProblemError(
      'arbitration_needed',
      'This is the second return: decide with `arbitrate` which unit does the work.',
      { current },
    );
  }
  if (version !== 'any' && version !== approval.version) {
    throw new ProblemError(
      'version_mismatch',
      'The approval was changed in between: look at it again, then decide.',
      { current },
    );
  }
}

export function isOpenApproval(approval: Pick<ApprovalRow, 'state'>): boolean {
  return (OPEN_APPROVAL_STATES as readonly string[]).includes(approval.state);
}
