import { TRANSITIONS } from '@district/contract/transitions.ts';
import { type Operator, rightsOf } from '../access/operator.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import { ProblemError } from '../http/problem.ts';
import { currentState } from '../requests/current.ts';
import type { Writer } from '../store/database.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import { waitingSlipOf } from './find.ts';

/**
 * Takes back the reminder of this one request that waits for offices, where it is the last thing that was done: its unit never hears of
 * it. False where there is none; what a grouped slip holds stays in it.
 */
export async function takeReminderBack(
  db: Writer,
  actor: Actor & { operator: Operator },
  request: RequestRow,
): Promise<boolean> {
  if (!rightsOf(actor.operator).parties.includes('centre')) return false;
  const slip = await waitingSlipOf(db, request);
  if (!slip || slip.grouped || slip.at < request.last_action_at) return false;
  // Sending locks the slip first and its requests then: waiting for it here would be waiting for each other.
  const locked = await db
    .selectFrom('reminder_slips')
    .select('id')
    .where('district', '=', slip.district)
    .where('id', '=', slip.id)
    .where('sent_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!locked) throw beingSent(request);
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
  return true;
}

function beingSent(request: RequestRow): ProblemError {
  return new ProblemError(
    'transition_closed',
    `undo is not open for ${request.no}: its reminder is just being sent to the unit; look at it again.`,
    { reason: 'step_to_undo', openFrom: [...TRANSITIONS.undo.from], current: currentState(request) },
  );
}
