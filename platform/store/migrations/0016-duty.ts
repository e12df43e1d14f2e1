import { type Kysely, sql } from 'kysely';

/** Shifts, and what one leaves to the next. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table shifts (
     district text collate "C" not null, id uuid not null, operator_id text collate "C" not null, operator_name text not null,
     starts_at timestamptz not null, until timestamptz not null, ended_at timestamptz, ended text, to_name text,
     primary key (district, id))`,
  // Somebody who presses Enter twice is on duty once.
  `create unique index shifts_running on shifts (district, operator_id) where ended_at is null`,
  `create index shifts_over_by on shifts (until) where ended_at is null`,
  `create index shifts_newest on shifts (district, starts_at desc, id)`,
  `create table handover_items (
     district text collate "C" not null, id uuid not null, shift_id uuid not null, reason text not null, request_id uuid,
     due_at timestamptz, note text, at timestamptz not null, by_name text not null,
     acknowledged_at timestamptz, acknowledged_by text,
     primary key (district, id),
     foreign key (district, shift_id) references shifts (district, id),
     foreign key (district, request_id) references requests (district, id))`,
  `create index handover_items_open on handover_items (district, at, id) where acknowledged_at is null`,
  // Claims that run out are found without looking at all requests.
  `create index requests_claimed on requests (claimed_until) where claimed_until is not null`,
  `create index requests_claimed_by on requests (district, claimed_by) where claimed_by is not null`,
];
