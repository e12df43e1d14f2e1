import { TRANSITIONS } from '@district/contract/transitions.ts';
import { sql } from 'kysely';
import { operatorFrom } from '../access/operator.ts';
import type { Actor } from '../audit/append.ts';
import type { Services } from '../http/environment.ts';
import { REQUEST_COLUMNS } from '../requests/columns.ts';
import type { Writer } from '../store/database.ts';
import type { ReminderSlipRow } from '../store/schema/triage.ts';
import { sendSlip } from './slip.ts';

/** Slips sent in one run: more than a district has units; each has a transaction of its own. */
const SLIPS_MAX = 300;

/** Sends what has waited for office hours, to whoever leads the work and of what is still open by then. Returns how many slips. */
export async function sendWaitingReminders(services: Services): Promise<number> {
  const at = services.clock.now();
  for (let sent = 0; sent < SLIPS_MAX; sent += 1)
    if (!(await services.db.transaction().execute((db) => sendNext(db, services, at)))) return sent;
  return SLIPS_MAX;
}

async function sendNext(db: Writer, { calendar }: Services, at: Date): Promise<boolean> {
  const slip = await db
    .selectFrom('reminder_slips')
    .selectAll()
    .where('sent_at', 'is', null)
    .where('send_at', '<=', at)
    .orderBy('send_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!slip) return false;
  const requests = await db
    .selectFrom('requests')
    .select(REQUEST_COLUMNS)
    .where('district', '=', slip.district)
    .where('lead', '=', slip.unit)
    .where('state', 'in', [...TRANSITIONS.remind.from])
    .where(
      sql<boolean>`id in (select request_id from reminder_slip_requests where district = ${slip.district} and slip_id = ${slip.id}::uuid)`,
    )
    .orderBy('id')
    .forUpdate()
    .execute();
  await sendSlip(db, await makerOf(db, slip, at), calendar, slip, requests);
  return true;
}

/** The timeline names whoever made the slip, as it would have then. */
async function makerOf(db: Writer, slip: ReminderSlipRow, at: Date): Promise<Actor> {
  const row = await db
    .selectFrom('operators')
    .selectAll()
    .where('id', '=', slip.operator_id)
    .executeTakeFirst();
  return { operator: row ? operatorFrom(row) : null, address: null, requestId: 'reminders', at };
}
