import { TRANSITIONS } from '@district/contract/transitions.ts';
import { type Operator, rightsOf } from '../access/operator.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import { ProblemError } from '../http/problem.ts';
import { currentState } from '../requests/current.ts';
import type { Writer } from '../store/database.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import type { ReminderSlipRow } from '../store/schema/triage.ts';
import { waitingSlipOf } from './find.ts';
import { setWaiting } from './set-waiting.ts';

/**
 * Takes back the reminder of this one request that waits for offices, where it is the last thing that was done: its unit never hears of
 * it. Undefined where there is none; what a grouped slip holds stays in it.
 */
export async function takeReminderBack(
  db: Writer,
  actor: Actor & { operator: Operator },
  request: RequestRow,
): Promise<RequestRow | undefined> {
  if (!request.reminder_to_undo || !rightsOf(actor.operator).parties.includes('centre')) return undefined;
  const slip = await lockWaitingSlip(db, request);
  if (!slip) throw beingSent(request);
  await db
    .deleteFrom('reminder_slip_requests')
    .where('district', '=', slip.district)
    .where('slip_id', '=', slip.id)
    .execute();
  await db
    .deleteFrom('reminder_slips')
    .where('district', '=', slip.district)
    .where('id', '=', slip.id)
    .execute();
  await appendAudit(db, actor, {
    district: slip.district,
    action: 'reminders.take_back',
    object: request.no,
    before: { slip: slip.id, unit: slip.unit, sendAt: slip.send_at.toISOString() },
  });
  return setWaiting(db, actor, request, false);
}

/** Sending locks the slip first and its requests then: waiting for it here, with the request locked, would be waiting for each other. */
async function lockWaitingSlip(db: Writer, request: RequestRow): Promise<ReminderSlipRow | undefined> {
  const slip = await waitingSlipOf(db, request);
  if (!slip) return undefined;
  return db
    .selectFrom('reminder_slips')
    .selectAll()
    .where('district', '=', slip.district)
    .where('id', '=', slip.id)
    .where('sent_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

function beingSent(request: RequestRow): ProblemError {
  return new ProblemError(
    'transition_closed',
    `undo is not open for ${request.no}: its reminder is just being sent to the unit; look at it again.`,
    { reason: 'step_to_undo', openFrom: [...TRANSITIONS.undo.from], current: currentState(request) },
  );
}
