import { type Kysely, sql } from 'kysely';

/** What few requests have is found without walking through all of them: numbers of other platforms, ratings, open approvals. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `alter table requests alter column external_no type text collate "C"`,
  `create index requests_external on requests (district, external_no) where external_no is not null`,
  `create index requests_rating_due on requests (district, rating, due_key, id desc) where rating is not null`,
  `create index requests_approval_due on requests (district, due_key, id desc) where open_approval is not null`,
];
