import { type Kysely, sql } from 'kysely';

/**
 * Keys begin with `district` and foreign keys carry it, there are no triggers and codes collate "C": the same schema runs on Citus with
 * dictionaries as reference tables. Instants are timestamptz; times are reckoned in Asia/Shanghai by the application.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const VALIDITY = `valid_from text not null, valid_to text, successors text[] not null default '{}'`;

const STATEMENTS = [
  `create table installation (name text primary key, value jsonb not null)`,
  `create table regions (code text collate "C" primary key, name text not null, level text not null,
     parent text collate "C" references regions, initials text, ${VALIDITY})`,
  `create index regions_parent on regions (parent, code)`,
  `create table agencies (id text collate "C" primary key, name_zh text not null, name_en text not null, short_zh text not null, ${VALIDITY})`,
  `create table service_items (id text collate "C" primary key, name_zh text not null, name_en text not null, category text not null,
     kind text not null, handler text not null, agency text collate "C" references agencies, clock_start text not null,
     promised_limit int not null check (promised_limit > 0), promised_unit text not null,
     statutory_limit int not null check (statutory_limit > 0), statutory_unit text not null,
     procedure_zh jsonb not null, materials_zh jsonb not null, basis_zh text not null, ${VALIDITY})`,
  `create table calendar_years (year int primary key, paper text not null)`,
  `create table calendar_days (date text collate "C" primary key, working boolean not null, name text not null)`,
  `create table operators (district text collate "C" not null, id text collate "C" not null, name text not null, role text not null,
     region text collate "C" not null, unit text collate "C", primary key (district, id))`,
  `create table tokens (district text collate "C" not null, hash text collate "C" not null, operator_id text collate "C" not null,
     expires_at timestamptz, primary key (district, hash),
     foreign key (district, operator_id) references operators (district, id) on delete cascade)`,
  `create index tokens_hash on tokens (hash)`,
  `create table request_numbers (district text collate "C" not null, date text collate "C" not null, last int not null,
     primary key (district, date))`,
  `create table requests (
     district text collate "C" not null, id uuid not null, no text collate "C" not null,
     street text collate "C" not null, region text collate "C" not null,
     item text collate "C" not null, category text not null, source text not null,
     external_no text, external_due_at timestamptz,
     title text not null, body text not null, address text, grid text,
     longitude double precision, latitude double precision, datum text,
     applicant_name text, applicant_phone text,
     urgent boolean not null, vulnerable boolean not null,
     state text collate "C" not null, round int not null, version int not null,
     lead text collate "C", assistants text[] not null,
     returns int not null, reminders int not null, corrections int not null,
     submitted_at timestamptz not null, last_action text not null, last_action_at timestamptz not null, last_action_by text,
     promised_limit int not null, promised_unit text not null, statutory_limit int not null, statutory_unit text not null,
     extended_limit int not null, clock_start text not null, clock_started_at timestamptz, clock_stopped_at timestamptz,
     pauses jsonb not null, paused_since timestamptz, paused_from text, pause_cause text,
     promised_due_at timestamptz, statutory_due_at timestamptz, yellow_at timestamptz, provisional boolean not null,
     open_approval text, open_approval_id uuid, arbitration boolean not null,
     first_contact_at timestamptz, callback_at timestamptz, callback_reached boolean, callback_satisfied boolean, rating text,
     merged_into text, words tsvector not null,
     open boolean not null generated always as (state in ('submitted', 'accepted', 'assigned', 'in_progress', 'suspended')) stored,
     due_key timestamptz not null generated always as (case
       when state in ('submitted', 'accepted', 'assigned', 'in_progress', 'suspended') and promised_due_at is not null then promised_due_at
       else timestamptz 'infinity' end) stored,
     primary key (district, id),
     check (statutory_due_at is null or statutory_due_at >= promised_due_at))`,
  `create unique index requests_no on requests (district, no)`,
  `create index requests_due on requests (district, due_key, id desc)`,
  `create index requests_open_due on requests (district, due_key, id desc) where open`,
  `create index requests_street_due on requests (district, street, due_key, id desc) where open`,
  `create index requests_region_due on requests (district, region, due_key, id desc) where open`,
  `create index requests_lead_due on requests (district, lead, due_key, id desc) where open`,
  `create index requests_newest on requests (district, submitted_at desc, id desc)`,
  `create index requests_street_newest on requests (district, street, submitted_at desc, id desc)`,
  `create index requests_lead_newest on requests (district, lead, submitted_at desc, id desc)`,
  `create index requests_words on requests using gin (words)`,
  `create table timeline (
     district text collate "C" not null, request_id uuid not null, seq int not null, at timestamptz not null,
     action text not null, phase text not null, state_from text, state_to text not null, round int not null,
     by_name text, by_unit text, text text, unit text, public boolean not null,
     primary key (district, request_id, seq),
     foreign key (district, request_id) references requests (district, id))`,
  `create table approvals (
     district text collate "C" not null, id uuid not null, request_id uuid not null, kind text not null, state text not null,
     applicant_id text not null, applicant_name text not null, applicant_unit text collate "C", reason text not null, input jsonb not null,
     arbitration boolean not null, opened_at timestamptz not null, decide_by timestamptz not null,
     decided_at timestamptz, decided_by text, decision text, version int not null,
     primary key (district, id),
     foreign key (district, request_id) references requests (district, id))`,
  `create unique index approvals_one_open on approvals (district, request_id) where state in ('pending', 'escalated')`,
  `create index approvals_decide_by on approvals (district, decide_by, id) where state in ('pending', 'escalated')`,
  `create index approvals_opened on approvals (district, decide_by, id)`,
  `create table audit (
     district text collate "C" not null, id uuid not null, at timestamptz not null, operator_id text, operator_name text,
     action text not null, object text not null, address text, http_request_id text not null, before jsonb, after jsonb,
     primary key (district, id))`,
  `create table events (
     district text collate "C" not null, id bigint generated always as identity, xid xid8 not null default pg_current_xact_id(),
     at timestamptz not null, type text not null, no text not null, region text collate "C" not null, street text collate "C" not null,
     units text[] not null, state text not null, request_version int not null, action text not null, by_name text, approval_id uuid,
     primary key (district, id))`,
  `create index events_order on events (xid, id)`,
  `create table idempotency_keys (
     district text collate "C" not null, operator_id text collate "C" not null, key text collate "C" not null,
     fingerprint text not null, status int not null, body jsonb not null, etag text, created_at timestamptz not null,
     primary key (district, operator_id, key))`,
  `create index idempotency_keys_created on idempotency_keys (created_at)`,
];
