import { type Kysely, sql } from 'kysely';

/** A poor rating has another unit put the work right, within what the district has set. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `alter table requests add column rated_at timestamptz, add column rectification text, add column rectify_by timestamptz,
     add column rectify_from text collate "C"`,
  `create index requests_rectification on requests (district, rectify_by) where rectification in ('open', 'under_way')`,
  `create table rectification_settings (
     district text collate "C" primary key, rectify_limit int not null check (rectify_limit > 0), rectify_unit text not null,
     version int not null)`,
];
