import { type Kysely, sql } from 'kysely';

/** Photographs and papers with a request, each sealed as a whole: what a picture shows is as personal as what is written. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table attachments (
     district text collate "C" not null, id uuid not null, request_id uuid not null, name text not null,
     media_type text not null, size_bytes int not null, at timestamptz not null, operator_id text collate "C", operator_name text,
     key_id text collate "C" not null references sealing_keys, content text not null,
     primary key (district, id), foreign key (district, request_id) references requests (district, id))`,
  // Sealed bytes do not shrink: trying costs a second a file.
  `alter table attachments alter column content set storage external`,
  `create index attachments_request on attachments (district, request_id)`,
  `create index attachments_key on attachments (key_id)`,
];
