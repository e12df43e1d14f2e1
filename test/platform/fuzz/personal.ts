import { sql } from 'kysely';
import type { Database } from '../../../platform/store/database.ts';
import { RESIDENT_NAME } from './inhabitants.ts';
import { ADDRESS, APPLICANT, IDENTITY_NO } from './world.ts';

/** The applicant, their phone, document and address, and the residents of the tests' district. */
export const PERSONAL = new RegExp(
  [APPLICANT.name, APPLICANT.phone, IDENTITY_NO, ADDRESS, RESIDENT_NAME].join('|'),
);

/** The only table that holds something personal as it is: residents' names, which the database masks when they are read. */
const PLAIN_TABLE = 'residents';

/** Operations that answer in the clear, when they answer. */
export const DISCLOSING: readonly string[] = ['revealRequest', 'exportRequests'];

/** Rows of all other tables, written out as a dump would, in which somebody is named after all. */
export async function storedTraces(db: Database): Promise<string[]> {
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> ${PLAIN_TABLE}`.execute(
    db,
  );
  const found = await Promise.all(
    tables.rows.map(async ({ name: table }) => {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(
        db,
      );
      return rows.filter(({ row }) => PERSONAL.test(row)).map(({ row }) => `${table}: ${row}`);
    }),
  );
  return found.flat();
}
