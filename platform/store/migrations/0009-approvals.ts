import { type Kysely, sql } from 'kysely';

/** A step that can be taken back keeps what was before it; licensing counts as accepted after a date; approvals are handled as a district says. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `alter table requests add column accept_by timestamptz, add column undo jsonb, add column undo_by text collate "C"`,
  `create index requests_accept_by on requests (district, accept_by) where state = 'submitted' and accept_by is not null`,
  `create table approval_settings (
     district text collate "C" not null, kind text collate "C" not null,
     decide_limit int not null check (decide_limit > 0), decide_unit text not null,
     grants_itself boolean not null, decider text not null, version int not null,
     primary key (district, kind))`,
];
