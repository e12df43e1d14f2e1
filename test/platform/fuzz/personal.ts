import { sql } from 'kysely';
import type { Database } from '../../../platform/store/database.ts';
import { RESIDENT_NAME } from './inhabitants.ts';
import { ADDRESS, APPLICANT } from './world.ts';

/** The applicant, their phone and address, and the residents of the tests' district. */
export const PERSONAL = new RegExp([APPLICANT.name, APPLICANT.phone, ADDRESS, RESIDENT_NAME].join('|'));

/** Tables that say what happened, not to whom. */
const IMPERSONAL_TABLES = ['events', 'audit', 'timeline', 'approvals', 'notice_steps', 'idempotency_keys'];

/** Rows of those tables in which somebody is named after all. */
export async function storedTraces(db: Database): Promise<string[]> {
  const found = await Promise.all(
    IMPERSONAL_TABLES.map(async (table) => {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(
        db,
      );
      return rows.filter(({ row }) => PERSONAL.test(row)).map(({ row }) => `${table}: ${row}`);
    }),
  );
  return found.flat();
}
