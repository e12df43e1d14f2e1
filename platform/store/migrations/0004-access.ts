import { type Kysely, sql } from 'kysely';

/**
 * Access: operators sign in by a login name, hold a role or none yet, and can be disabled; a bearer tells of itself. A login name is one
 * person's on the whole platform, so its index spans districts: `operators` is small and, on Citus, a reference table.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `alter table operators alter column role drop not null,
     add login text collate "C" check (login = lower(login)), add disabled_at timestamptz, add version int not null default 1`,
  'create unique index operators_login on operators (login)',
  // Tokens that exist are scripts' tokens of every scope; from here on each row says itself what it is.
  `alter table tokens add id uuid not null default gen_random_uuid(), add kind text not null default 'token', add name text,
     add scopes text[], add created_at timestamptz not null default now(), add used_at timestamptz, add ended_at timestamptz,
     add address text, add agent text`,
  `alter table tokens alter column id drop default, alter column kind drop default, alter column created_at drop default`,
  'create unique index tokens_id on tokens (district, id)',
  'create index tokens_operator on tokens (district, operator_id)',
];
