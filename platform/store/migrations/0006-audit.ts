import { type Kysely, sql } from 'kysely';

/**
 * The audit's chain. Entries themselves are never rewritten: their seals stand in a table of their own, and what was deleted in the end
 * leaves an anchor there to begin from.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `alter table audit
     add column xid xid8 not null default pg_current_xact_id(),
     add column outcome text not null default 'done', add column code text,
     add column count int not null default 1 check (count > 0),
     add column operator_role text, add column operator_region text collate "C", add column bearer_id text`,
  // What is not sealed yet is looked for from the transaction on that was the oldest running when the sealer last looked.
  `create index audit_unsealed on audit (xid)`,
  `create index audit_newest on audit (district, at desc, id desc)`,
  `create index audit_operator on audit (district, operator_id, at desc, id desc)`,
  `create index audit_object on audit (district, object, at desc, id desc)`,
  `create table audit_seals (
     district text collate "C" not null, seq bigint not null, entry_id uuid not null,
     entry_hash bytea not null, hash bytea not null, primary key (district, seq))`,
  `create unique index audit_seals_entry on audit_seals (district, entry_id)`,
  `create table audit_anchors (
     district text collate "C" not null, seq bigint not null, hash bytea not null, at timestamptz not null,
     key text not null, signature text not null, primary key (district, seq))`,
];
