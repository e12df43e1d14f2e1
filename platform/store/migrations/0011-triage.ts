import { type Kysely, sql } from 'kysely';

/** Claims, snoozes, reminders to units, and the ladder of those who are paged. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `alter table requests add column reminded_at timestamptz,
     add column claimed_by text collate "C", add column claimed_name text,
     add column claimed_at timestamptz, add column claimed_until timestamptz`,
  `alter table events add column urgent boolean not null default false`,
  // The queue of triage is what is open and yellow or worse, however many requests there are besides.
  `create index requests_yellow on requests (district, yellow_at) where open`,
  `create table snoozes (
     district text collate "C" not null, operator_id text collate "C" not null, request_id uuid not null,
     at timestamptz not null, until timestamptz not null,
     primary key (district, operator_id, request_id),
     foreign key (district, request_id) references requests (district, id))`,
  `create table reminder_slips (
     district text collate "C" not null, id uuid not null, unit text collate "C" not null, date text collate "C" not null,
     grouped boolean not null, urgent boolean not null, count int not null check (count > 0), remark text,
     operator_id text collate "C" not null, operator_name text not null,
     at timestamptz not null, send_at timestamptz not null, sent_at timestamptz,
     primary key (district, id))`,
  // Two officers at once: the second finds the first's slip.
  `create unique index reminder_slips_once_a_day on reminder_slips (district, unit, date) where grouped and not urgent`,
  `create index reminder_slips_waiting on reminder_slips (send_at) where sent_at is null`,
  `create table reminder_slip_requests (
     district text collate "C" not null, slip_id uuid not null, request_id uuid not null,
     primary key (district, slip_id, request_id),
     foreign key (district, slip_id) references reminder_slips (district, id),
     foreign key (district, request_id) references requests (district, id))`,
  `create index reminder_slip_requests_request on reminder_slip_requests (district, request_id)`,
  `create table paging_steps (
     district text collate "C" not null, step int not null, cause text not null, after_hours int not null, who text not null,
     url text not null, secret text not null, key_id text collate "C" not null references sealing_keys,
     set_by text, set_at timestamptz not null, version int not null,
     primary key (district, step))`,
  `create table pages (
     district text collate "C" not null, id uuid not null, step int not null, cause text not null, who text not null,
     exercise boolean not null, at timestamptz not null, count int not null, urgent int not null, numbers jsonb not null,
     state text not null, attempts int not null, answer text, next_at timestamptz, delivered_at timestamptz,
     primary key (district, id))`,
  `create index pages_due on pages (next_at) where state = 'waiting'`,
  // Who has been paged of a request in its round is not paged of it again by the same step.
  `create table paged_requests (
     district text collate "C" not null, step int not null, cause text not null, request_id uuid not null, round int not null,
     page_id uuid not null,
     primary key (district, step, cause, request_id, round),
     foreign key (district, page_id) references pages (district, id),
     foreign key (district, request_id) references requests (district, id))`,
];
