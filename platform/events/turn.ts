import { sql } from 'kysely';
import type { Database, Writer } from '../store/database.ts';

/**
 * Those who make a version of one thing take turns before either has a transaction id, which the first row that is written or locked
 * brings: events are told in the order of these, and the order of one thing's has to be that of its versions. Nothing goes before it in a
 * transaction, and of several things it is the order of their numbers, so that no two wait for each other.
 */
export async function takeTurns(db: Writer, nos: readonly string[]): Promise<void> {
  if (nos.length === 0) return;
  await sql`select pg_advisory_xact_lock(hashtextextended(no, 0)) from unnest(${nos.toSorted()}::text[]) as no`.execute(
    db,
  );
}

/** A transaction that writes to one thing. */
export function inTurn<T>(db: Database, no: string, work: (db: Writer) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    await takeTurns(transaction, [no]);
    return work(transaction);
  });
}
