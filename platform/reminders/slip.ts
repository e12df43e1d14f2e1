import { sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import { dateOf } from '../calendar/plain-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { applyAction } from '../requests/apply.ts';
import { recordStep, stamp } from '../requests/record.ts';
import type { Writer } from '../store/database.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import type { ReminderSlipRow } from '../store/schema/triage.ts';
import { uuidV7 } from '../store/uuid-v7.ts';

export interface NewSlip {
  unit: string;
  requests: readonly RequestRow[];
  grouped: boolean;
  urgent: boolean;
  remark: string | null;
  sendAt: Date;
}

/** Writes a slip with its requests, and sends it when it is due now. Undefined when its unit has had the day's already. */
export async function makeSlip(
  db: Writer,
  actor: Actor & { operator: Operator },
  calendar: WorkingCalendar,
  { unit, requests, grouped, urgent, remark, sendAt }: NewSlip,
): Promise<ReminderSlipRow | undefined> {
  const { district } = requests[0] as RequestRow;
  const slip: ReminderSlipRow = {
    ...{ district, id: uuidV7(actor.at, Math.random), unit, date: dateOf(sendAt) },
    ...{ grouped, urgent, count: requests.length, remark },
    ...{ operator_id: actor.operator.id, operator_name: actor.operator.name },
    ...{ at: actor.at, send_at: sendAt, sent_at: null },
  };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('reminder_slips')
    .values(slip)
    .onConflict((conflict) =>
      // Written out: with parameters the planner cannot see that the index is meant.
      conflict.columns(['district', 'unit', 'date']).where(sql<boolean>`grouped and not urgent`).doNothing(),
    )
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return undefined;
  await db
    .insertInto('reminder_slip_requests')
    .values(requests.map(({ id }) => ({ district, slip_id: slip.id, request_id: id })))
    .execute();
  await appendAudit(db, actor, {
    district,
    action: 'reminders.make',
    object: unit,
    after: { slip: slip.id, count: slip.count, urgent, sendAt: sendAt.toISOString() },
  });
  return sendAt <= actor.at ? sendSlip(db, actor, calendar, slip, requests) : slip;
}

/** Reminds of each request of a slip, as the action of the transition table does. `requests` are locked and open to it. */
export async function sendSlip(
  db: Writer,
  actor: Actor,
  calendar: WorkingCalendar,
  slip: ReminderSlipRow,
  requests: readonly RequestRow[],
): Promise<ReminderSlipRow> {
  for (const before of requests) {
    const after = stamp(applyAction(before, 'remind', {}, actor.at, calendar), actor, 'remind');
    await recordStep(db, actor, before, after, {
      action: 'remind',
      phase: 'done',
      text: slip.remark,
      unit: slip.unit,
      public: false,
      event: 'request.changed',
    });
  }
  await db
    .updateTable('reminder_slips')
    .set({ sent_at: actor.at })
    .where('district', '=', slip.district)
    .where('id', '=', slip.id)
    .execute();
  return { ...slip, sent_at: actor.at };
}
