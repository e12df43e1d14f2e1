import { type Kysely, sql } from 'kysely';

/** Who set what a district handles its own way, and when: whoever sets it at the same time is told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `alter table approval_settings add column set_by text, add column set_at timestamptz`,
  `alter table rectification_settings add column set_by text, add column set_at timestamptz`,
];
