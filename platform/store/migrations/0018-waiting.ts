import { type Kysely, sql } from 'kysely';

/**
 * The backlog at a moment is counted from two indexes alone: what is open now, and what has been answered since. Hundreds of thousands
 * of rows may have been; the groups that are asked for most stand beside the keys, so that none of them is fetched.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `drop index requests_stopped`,
  `create index requests_answered on requests (district, clock_stopped_at, submitted_at) include (lead, street, region, item)
     where not open and merged_into is null and state not in ('declined', 'withdrawn')`,
  `create index requests_waiting on requests (district, submitted_at) include (lead, street, region, item) where open`,
];
