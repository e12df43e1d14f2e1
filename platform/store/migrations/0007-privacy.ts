import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { wordsVector } from '../../requests/bigrams.ts';
import { masked, type Personal, sealPersonal } from '../../requests/personal.ts';
import type { SealingKey } from '../../sealing/sealing-key.ts';

/** Requests sealed at a time: a batch is well under a second and a megabyte. */
const BATCH_SIZE = 500;

/**
 * What is personal of a request leaves its row, sealed, and its masks take its place. Rows that are there already are sealed on the way, in
 * the one transaction of the migration: cut off in between, everything is as it was and the next start begins anew.
 */
export function sealRequests(key: SealingKey): Migration {
  return {
    async up(db) {
      for (const statement of TABLES) await sql.raw(statement).execute(db);
      await sql`insert into sealing_keys (id, algorithm, added_at) values (${key.id}, ${key.algorithm}, now())`.execute(
        db,
      );
      const sealed = await sealRows(db, key);
      for (const statement of COLUMNS) await sql.raw(statement).execute(db);
      if (sealed > 0) await rewrite(db);
    },
  };
}

const TABLES = [
  `create table sealing_keys (id text collate "C" primary key, algorithm text not null, added_at timestamptz not null)`,
  `create table request_personal (
     district text collate "C" not null, request_id uuid not null, key_id text collate "C" not null references sealing_keys,
     name text, phone text, identity text, address text, text text,
     phone_index text collate "C", identity_index text collate "C",
     primary key (district, request_id),
     foreign key (district, request_id) references requests (district, id))`,
  `create index request_personal_phone on request_personal (phone_index) where phone_index is not null`,
  `create index request_personal_identity on request_personal (identity_index) where identity_index is not null`,
  // Who has seen what: answerable for as long as the request is there, whatever becomes of the audit.
  `create table reveals (
     district text collate "C" not null, id uuid not null, request_id uuid not null, at timestamptz not null,
     operator_id text collate "C" not null, operator_name text not null, means text not null, fields text[] not null,
     purpose text not null, case_no text not null, primary key (district, id),
     foreign key (district, request_id) references requests (district, id))`,
  `create index reveals_request on reveals (district, request_id, at desc)`,
  `create index request_personal_key on request_personal (key_id)`,
];

const COLUMNS = [
  `alter table requests rename column applicant_name to applicant_name_masked`,
  `alter table requests rename column applicant_phone to applicant_phone_masked`,
  `alter table requests rename column address to address_masked`,
  `alter table requests add column applicant_identity_type text, add column applicant_identity_masked text`,
];

interface OldRow {
  district: string;
  id: string;
  title: string;
  body: string;
  address: string | null;
  applicant_name: string | null;
  applicant_phone: string | null;
}

async function sealRows(db: Kysely<unknown>, key: SealingKey): Promise<number> {
  await sql`set local statement_timeout = 0`.execute(db);
  let count = 0;
  let after = ['', '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const { rows } = await sql<OldRow>`
      select district, id, title, body, address, applicant_name, applicant_phone from requests
      where (district, id) > (${after[0]}, ${after[1]}::uuid) order by district, id limit ${BATCH_SIZE}`.execute(
      db,
    );
    const last = rows.at(-1);
    if (last === undefined) return count;
    await sealBatch(db, key, rows);
    count += rows.length;
    after = [last.district, last.id];
  }
}

async function sealBatch(db: Kysely<unknown>, key: SealingKey, rows: readonly OldRow[]): Promise<void> {
  const sealed = [];
  const changed = [];
  for (const row of rows) {
    const personal = personalOf(row);
    const values = sealPersonal(key, row, personal);
    if (values) sealed.push(values);
    const columns = masked(personal);
    const words = wordsVector(columns.title, columns.body, columns.address_masked);
    changed.push({ district: row.district, id: row.id, words, ...columns });
  }
  await sql`insert into request_personal
    select * from json_populate_recordset(null::request_personal, ${JSON.stringify(sealed)}::json)`.execute(
    db,
  );
  await sql`update requests set title = new.title, body = new.body, address = new.address_masked, words = new.words::tsvector,
      applicant_name = new.applicant_name_masked, applicant_phone = new.applicant_phone_masked
    from json_to_recordset(${JSON.stringify(changed)}::json) as new (district text, id uuid, title text, body text, words text,
      address_masked text, applicant_name_masked text, applicant_phone_masked text)
    where requests.district = new.district and requests.id = new.id`.execute(db);
}

function personalOf(row: OldRow): Personal {
  const { applicant_name: name, applicant_phone: phone, address, title, body } = row;
  return { name, phone, identity: null, address, title, body };
}

/** An update leaves the old row in its file until it is vacuumed; a changed column writes the table anew, without what was there in the clear. */
async function rewrite(db: Kysely<unknown>): Promise<void> {
  await sql`alter table requests alter column datum type text using datum || ''`.execute(db);
}
