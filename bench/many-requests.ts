/** Databases of any size for measurements: requests spread over a district's communities, one in twenty open, made by PostgreSQL itself. */
import { sql } from 'kysely';
import { bearerRow } from '../platform/access/bearers.ts';
import { wordsVector } from '../platform/requests/bigrams.ts';
import { ensureDictionaries } from '../platform/sandbox/dictionaries.ts';
import type { OpenDatabase } from '../platform/store/database.ts';
import { migrate } from '../platform/store/migrate.ts';
import { TEST_KEYS } from '../test/platform/harness/keys.ts';

export const BENCH_TOKEN = 'bench';

export async function fillWithRequests({ db }: OpenDatabase, count: number): Promise<void> {
  await migrate(db, TEST_KEYS);
  await ensureDictionaries(db);
  await db
    .insertInto('operators')
    .values({
      district: '320302',
      id: 'bench',
      name: '王磊',
      role: 'administrator',
      region: '320302',
      unit: null,
    })
    .execute();
  await db
    .insertInto('tokens')
    .values(
      bearerRow(BENCH_TOKEN, {
        operator: { id: 'bench', region: '320302' },
        kind: 'token',
        at: new Date('2026-11-25T00:00Z'),
      }),
    )
    .execute();
  const words = [
    wordsVector('路灯不亮', '小区北门三盏路灯坏了两周'),
    wordsVector('电梯停运', '电梯停运三天老人出不了门'),
    wordsVector('路灯不亮', '施工噪音扰民'),
    wordsVector('路灯不亮', '井盖塌陷'),
  ];
  await db.connection().execute(async (connection) => {
    await sql`set statement_timeout = 0`.execute(connection);
    await sql`
      insert into requests (district, id, no, street, region, item, category, source, title, body, urgent, vulnerable, state, round,
        version, lead, assistants, returns, reminders, corrections, submitted_at, last_action, last_action_at, promised_limit,
        promised_unit, statutory_limit, statutory_unit, extended_limit, clock_start, clock_started_at, pauses, promised_due_at,
        statutory_due_at, yellow_at, provisional, arbitration, words,
        first_contact_at, clock_stopped_at, callback_reached, callback_satisfied)
      select '320302', (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0') || '70008000' || lpad(to_hex(n), 12, '0'))::uuid,
        'GL' || to_char(at, 'YYMMDD') || '-' || lpad(n::text, 6, '0'),
        street, street_region, 'street_light_repair', 'living', 'phone', '路灯不亮', '小区北门三盏路灯坏了两周', false, n % 17 = 0,
        case when n % 20 = 0 then 'in_progress' else 'closed' end, 1, 4, 'agency:urban_management', '{}', 0, 0, 0,
        at, 'sign', at, 5, 'working_day', 10, 'working_day', 0, 'dispatch', at, '[]',
        at + interval '8 days', at + interval '15 days', at + interval '7 days', false, false,
        case when n % 50 = 0 then ${words[1]}::tsvector when n % 250 = 1 then ${words[2]}::tsvector
          when n % 100000 = 17 then ${words[3]}::tsvector else ${words[0]}::tsvector end,
        at + n % 30 * interval '1 hour', case when n % 20 <> 0 then at + n % 240 * interval '1 hour' end,
        case when n % 20 <> 0 then n % 5 <> 0 end, case when n % 20 <> 0 and n % 5 <> 0 then n % 9 <> 0 end
      from (
        select n, timestamptz '2026-11-25 00:00Z' - n * interval '540 days' / ${count}::int as at,
          '320302' || lpad((1 + n % 8)::text, 3, '0') || '000' as street,
          '320302' || lpad((1 + n % 8)::text, 3, '0') || lpad((1 + n % 9)::text, 3, '0') as street_region
        from generate_series(1, ${count}::int) as n
      ) as generated`.execute(connection);
    await sql`vacuum analyze requests`.execute(connection);
  });
}
