import { type Kysely, sql } from 'kysely';

/** Lists decide on open actions from the row alone: that a reminder waits that undo would take back stands with its request. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `alter table requests add column reminder_to_undo boolean not null default false`,
  `update requests set reminder_to_undo = true
   from reminder_slip_requests held join reminder_slips slip on slip.district = held.district and slip.id = held.slip_id
   where held.district = requests.district and held.request_id = requests.id
     and slip.sent_at is null and not slip.grouped and slip.at >= requests.last_action_at`,
];
