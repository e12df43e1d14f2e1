import { type Kysely, sql } from 'kysely';

/**
 * Signing in by page and by device code. Whoever signs in has no district yet, so these are keyed without one: small tables of one
 * platform, on Citus reference tables as `operators` is. better-auth reads and writes them by the names that `sign-in/auth.ts` maps.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const OPERATOR = `operator_id text collate "C" not null references operators (id) on delete cascade`;

const STATEMENTS = [
  'create unique index operators_id on operators (id)',
  `alter table operators add one_time_codes boolean not null default false, add sign_in_changed_at timestamptz`,
  // One a person: the row's id is the operator's.
  `create table passwords (id text collate "C" primary key references operators (id) on delete cascade,
     provider text not null default 'credential', hash text not null, initial boolean not null,
     created_at timestamptz not null, set_at timestamptz not null)`,
  `create table page_sessions (id text collate "C" primary key, token text collate "C" not null, ${OPERATOR},
     created_at timestamptz not null, updated_at timestamptz not null, expires_at timestamptz not null, address text, agent text)`,
  'create unique index page_sessions_token on page_sessions (token)',
  'create index page_sessions_operator on page_sessions (operator_id)',
  `create table sign_in_steps (id text collate "C" primary key, identifier text collate "C" not null, value text not null,
     created_at timestamptz not null, updated_at timestamptz not null, expires_at timestamptz not null)`,
  'create index sign_in_steps_identifier on sign_in_steps (identifier)',
  `create table one_time_codes (id text collate "C" primary key, ${OPERATOR}, secret text not null, recovery_codes text not null,
     verified boolean not null, failures int not null default 0, locked_until timestamptz)`,
  'create unique index one_time_codes_operator on one_time_codes (operator_id)',
  `create table device_codes (id text collate "C" primary key, device_code text collate "C" not null, user_code text collate "C" not null,
     operator_id text collate "C" references operators (id) on delete cascade, status text not null, client_id text, scope text,
     last_polled_at timestamptz, polling_interval int, expires_at timestamptz not null, asked_at timestamptz, address text, agent text)`,
  'create unique index device_codes_device_code on device_codes (device_code)',
  'create unique index device_codes_user_code on device_codes (user_code)',
  // Failures in a row of an account, an address, a number: keyed by a hash, so that no name or address typed by a stranger is kept.
  `create table attempts (subject text not null, key text collate "C" not null, failures int not null,
     last_at timestamptz not null, blocked_until timestamptz, primary key (subject, key))`,
  'create index attempts_last on attempts (last_at)',
  // Where a person has signed in before: from there a stranger's failures do not lock them out.
  `create table familiar_addresses (${OPERATOR}, address text collate "C" not null, seen_at timestamptz not null,
     primary key (operator_id, address))`,
];
