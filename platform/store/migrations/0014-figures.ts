import { type Kysely, sql } from 'kysely';

/** What has been answered since a moment was waiting then: the backlog of a past month is found without walking through all requests. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index requests_stopped on requests (district, clock_stopped_at, submitted_at) where clock_stopped_at is not null`.execute(
    db,
  );
}
