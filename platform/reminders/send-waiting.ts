import { TRANSITIONS } from '@district/contract/transitions.ts';
import { type RawBuilder, sql } from 'kysely';
import { operatorFrom } from '../access/operator.ts';
import type { Actor } from '../audit/append.ts';
import { takeTurns } from '../events/turn.ts';
import type { Services } from '../http/environment.ts';
import { REQUEST_COLUMNS } from '../requests/columns.ts';
import type { Writer } from '../store/database.ts';
import type { ReminderSlipRow } from '../store/schema/triage.ts';
import { sendSlip } from './slip.ts';

type SlipKey = Pick<ReminderSlipRow, 'district' | 'id'>;

/** Slips sent in one run: more than a district has units; each has a transaction of its own. */
const SLIPS_MAX = 300;

/** Sends what has waited for office hours, to whoever leads the work and of what is still open by then. Returns how many slips. */
export async function sendWaitingReminders(services: Services): Promise<number> {
  const at = services.clock.now();
  const slips = await services.db
    .selectFrom('reminder_slips')
    .select(['district', 'id'])
    .where('sent_at', 'is', null)
    .where('send_at', '<=', at)
    .orderBy('send_at')
    .limit(SLIPS_MAX)
    .execute();
  let sent = 0;
  for (const slip of slips)
    if (await services.db.transaction().execute((db) => sendOne(db, services, at, slip))) sent += 1;
  return sent;
}

/** False where it was sent or taken back meanwhile. */
async function sendOne(db: Writer, { calendar }: Services, at: Date, key: SlipKey): Promise<boolean> {
  await takeTurns(db, await numbersOn(db, key));
  const slip = await db
    .selectFrom('reminder_slips')
    .selectAll()
    .where('district', '=', key.district)
    .where('id', '=', key.id)
    .where('sent_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!slip) return false;
  const requests = await db
    .selectFrom('requests')
    .select(REQUEST_COLUMNS)
    .where('district', '=', slip.district)
    .where('lead', '=', slip.unit)
    .where('state', 'in', [...TRANSITIONS.remind.from])
    .where(onSlip(slip))
    .orderBy('id')
    .forUpdate()
    .execute();
  await sendSlip(db, await makerOf(db, slip, at), calendar, slip, requests);
  return true;
}

async function numbersOn(db: Writer, slip: SlipKey): Promise<string[]> {
  const rows = await db
    .selectFrom('requests')
    .select('no')
    .where('district', '=', slip.district)
    .where(onSlip(slip))
    .execute();
  return rows.map(({ no }) => no);
}

function onSlip({ district, id }: SlipKey): RawBuilder<boolean> {
  return sql<boolean>`id in (select request_id from reminder_slip_requests where district = ${district} and slip_id = ${id}::uuid)`;
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
