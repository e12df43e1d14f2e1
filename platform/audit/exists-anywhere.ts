import { sql } from 'kysely';
import type { Services } from '../http/environment.ts';

const NUMBERED = /^(TZ-)?[A-Z]{2}\d{6}-\d{4,6}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a number or id is of a thing in some district. Asked by key and behind the answer, for a refusal's sake alone. */
export async function existsAnywhere({ db, dictionaries }: Services, object: string): Promise<boolean> {
  const districts = dictionaries.regionList.flatMap(({ code, level }) =>
    level === 'district' ? [code.slice(0, 6)] : [],
  );
  const table = NUMBERED.test(object)
    ? sql`${sql.table(object.startsWith('TZ-') ? 'notices' : 'requests')} where no = ${object}`
    : UUID.test(object)
      ? sql`approvals where id = ${object}::uuid`
      : undefined;
  if (table === undefined) return false;
  const { rows } = await sql<{ there: boolean }>`
    select exists (select from ${table} and district = any(${districts}::text[])) as there`.execute(db);
  return rows[0]?.there ?? false;
}
