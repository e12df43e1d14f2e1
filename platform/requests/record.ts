import type { ApprovalKind, EventType } from '@district/contract/vocabulary.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import { appendEvent } from '../events/append.ts';
import type { Writer } from '../store/database.ts';
import type { RequestRow, TimelineRow } from '../store/schema/requests.ts';
import { REQUEST_COLUMNS } from './columns.ts';

export interface Step {
  action: TimelineRow['action'];
  phase: TimelineRow['phase'];
  text: string | null;
  unit: string | null;
  public: boolean;
  event: EventType;
  approval?: { id: string; kind: ApprovalKind; automatic?: true };
}

/** The unit an actor stands for on a timeline; null at the centre. */
export function unitOf(actor: Actor): string | null {
  const unit = actor.operator?.unit;
  return unit ? `${unit.kind}:${unit.id}` : null;
}

/** Stamps a changed request with who did what when; the version counts the entries of its timeline. What was done before cannot be taken back any more. */
export function stamp(request: RequestRow, actor: Actor, action: TimelineRow['action']): RequestRow {
  return {
    ...request,
    version: request.version + 1,
    last_action: action,
    last_action_at: actor.at,
    last_action_by: actor.operator?.name ?? null,
    undo: null,
    undo_by: null,
    reminder_to_undo: false,
  };
}

const JSON_COLUMNS: readonly (keyof RequestRow)[] = ['pauses', 'open_pauses', 'undo'];

function isJson(column: keyof RequestRow): boolean {
  return JSON_COLUMNS.includes(column);
}

/** Writes one step: row, timeline, audit and event, all in the caller's transaction. `after` is already stamped. */
export async function recordStep(
  db: Writer,
  actor: Actor,
  before: RequestRow,
  after: RequestRow,
  step: Step,
): Promise<void> {
  const changed = Object.fromEntries(
    REQUEST_COLUMNS.filter((column) => after[column] !== before[column]).map((column) => [
      column,
      isJson(column) && after[column] !== null ? JSON.stringify(after[column]) : after[column],
    ]),
  );
  await db
    .updateTable('requests')
    .set(changed)
    .where('district', '=', after.district)
    .where('id', '=', after.id)
    .execute();
  await appendTimeline(db, actor, before.state, after, step);
  await appendAudit(db, actor, {
    district: after.district,
    action: auditName(step),
    object: after.no,
    before: auditFacts(before),
    after: { ...auditFacts(after), ...(step.approval ? { approval: step.approval } : {}) },
  });
  await appendEvent(db, {
    type: step.event,
    request: after,
    previousLead: before.lead,
    at: actor.at,
    action: step.action,
    by: actor.operator?.name ?? null,
    approvalId: step.approval?.id ?? null,
  });
}

export async function appendTimeline(
  db: Writer,
  actor: Actor,
  from: RequestRow['state'] | null,
  after: RequestRow,
  step: Step,
) {
  await db
    .insertInto('timeline')
    .values({
      district: after.district,
      request_id: after.id,
      seq: after.version,
      at: actor.at,
      action: step.action,
      phase: step.phase,
      state_from: from,
      state_to: after.state,
      round: after.round,
      by_name: actor.operator?.name ?? null,
      by_unit: unitOf(actor),
      text: step.text,
      unit: step.unit,
      public: step.public,
    })
    .execute();
}

function auditName(step: Step): string {
  return step.phase === 'done' ? `requests.${step.action}` : `requests.${step.action}.${step.phase}`;
}

function auditFacts(request: RequestRow) {
  return { state: request.state, version: request.version, lead: request.lead, round: request.round };
}
