import { type Kysely, sql } from 'kysely';

/** Several pauses may be open at once, and a special procedure ends on the day it was granted until. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `alter table requests add column open_pauses jsonb not null default '[]', add column resume_at timestamptz`,
  // Until when an earlier procedure was granted stands with its approval; nobody was told that it ends by itself.
  `update requests set open_pauses = jsonb_build_array(jsonb_build_object(
     'from', to_char(paused_since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'cause', pause_cause, 'until', null))
   where pause_cause is not null`,
  // What a step would be taken back to is kept as columns that are no more.
  `update requests set undo = null, undo_by = null where undo ? 'pause_cause'`,
  `alter table requests drop column pause_cause`,
  `create index requests_resume_at on requests (district, resume_at) where resume_at is not null`,
];
