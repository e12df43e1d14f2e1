import { sql } from 'kysely';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import type { Reader } from '../store/database.ts';

/** Whoever waits longer has gone for tea: a year of a million requests takes a few seconds. */
const RECKONING_TIMEOUT_MS = 10_000;
/** SQLSTATE of a statement that was stopped, here by its time. */
const QUERY_CANCELED = '57014';

/** Reads at one moment, for no longer than is decent: what takes too long is answered with what to do about it. */
export async function reckon<T>(
  { db }: Pick<Services, 'db'>,
  read: (db: Reader) => Promise<T>,
  timeoutMs = RECKONING_TIMEOUT_MS,
): Promise<T> {
  try {
    return await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (transaction) => {
        // Compiling a statement takes longer than it gains, where a database of one's own has it switched on.
        await sql`select set_config('statement_timeout', ${String(timeoutMs)}, true), set_config('jit', 'off', true)`.execute(
          transaction,
        );
        return read(transaction);
      });
  } catch (error) {
    if ((error as { code?: unknown }).code !== QUERY_CANCELED) throw error;
    throw new ProblemError(
      'too_costly',
      `These figures take longer than ${timeoutMs / 1000} seconds: shorten the period or narrow the filter.`,
    );
  }
}
