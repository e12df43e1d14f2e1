import { sql } from 'kysely';
import { REQUEST_COLUMNS } from '../../../platform/requests/columns.ts';
import type { District } from './district.ts';

/** So many requests with each agency, at work on and due at one moment; the first of the first agency's are urgent. */
export async function manyOverdue(
  district: District,
  agencies: Readonly<Record<string, number>>,
  { dueAt, urgent }: { dueAt: string; urgent: number },
): Promise<void> {
  const { db } = district.services;
  const { no } = await district.as('administrator').file();
  const own: Readonly<Record<string, string>> = {
    id: 'gen_random_uuid()',
    no: `'GL261008-' || to_char($start + n, 'FM000000')`,
    lead: `'agency:$agency'`,
    state: `'in_progress'`,
    urgent: 'n <= $urgent',
    promised_due_at: `timestamptz '${dueAt}'`,
    statutory_due_at: `timestamptz '${dueAt}' + interval '7 days'`,
    yellow_at: `timestamptz '${dueAt}' - interval '1 day'`,
  };
  const columns = [...REQUEST_COLUMNS, 'words'];
  let start = 0;
  for (const [agency, count] of Object.entries(agencies)) {
    const values = columns
      .map((column) => own[column] ?? `model.${column}`)
      .join(', ')
      .replaceAll('$start', String(start))
      .replaceAll('$agency', agency)
      .replaceAll('$urgent', String(start === 0 ? urgent : 0));
    await sql`insert into requests (${sql.raw(columns.join(', '))})
      select ${sql.raw(values)} from requests as model, generate_series(1, ${sql.lit(count)}) as n where model.no = ${no}`.execute(
      db,
    );
    start += count;
  }
  await db.updateTable('requests').set({ state: 'withdrawn' }).where('no', '=', no).execute();
}
