import { bearerRow } from '../../../platform/access/bearers.ts';
import { hashToken } from '../../../platform/access/tokens.ts';
import type { Database } from '../../../platform/store/database.ts';

export const RESIDENT_NAME = '司徒住户';
export const RESIDENT_TOKEN = 'resident-token';

const PLACE = { district: '320302', street: '320302004000', region: '320302004001' };

/** Four residents of two households in the harness's community. */
export async function insertResidents(db: Database): Promise<void> {
  await db
    .insertInto('households')
    .values([1, 2].map((id) => ({ ...PLACE, id })))
    .execute();
  await db
    .insertInto('residents')
    .values(
      [11, 12, 21, 22].map((id) => ({
        ...PLACE,
        id,
        household_id: Math.floor(id / 10),
        name: `${RESIDENT_NAME}${id}`,
        moved_out_at: null,
      })),
    )
    .execute();
  await db
    .insertInto('resident_tokens')
    .values({ district: PLACE.district, hash: hashToken(RESIDENT_TOKEN), resident_id: 11 })
    .execute();
}

/** The program that asks to be let in, and codes that somebody has allowed. */
export const CLIENT = 'x';
export const ALLOWED_CODES = Array.from({ length: 20 }, (_, index) => `allowed-${index}`);

export async function insertAllowedCodes(db: Database): Promise<void> {
  await db
    .insertInto('device_codes')
    .values(
      ALLOWED_CODES.map((code) => ({
        id: code,
        device_code: hashToken(code),
        user_code: code,
        operator_id: 'administrator',
        status: 'approved',
        client_id: CLIENT,
        // By the machine's clock, as better-auth goes.
        expires_at: new Date(Date.now() + 24 * 60 * 60 * 1000),
      })),
    )
    .execute();
}

/** Accounts with a token and a session each, for calls that give, take, disable and end: those who call keep their own. */
export const SPARE_OPERATORS = ['spare-1', 'spare-2', 'spare-3'];

export async function insertSpareOperators(
  db: Database,
  at: Date,
): Promise<{ sessions: string[]; tokens: string[] }> {
  const people = SPARE_OPERATORS.map((id) => ({ id, region: '320302004' }));
  const rows = people.flatMap((operator) =>
    (['session', 'token'] as const).map((kind) =>
      bearerRow(`${kind} of ${operator.id}`, { operator, kind, at, name: '夜间导出' }),
    ),
  );
  await db
    .insertInto('operators')
    .values(
      people.map((one) => ({
        ...one,
        district: '320302',
        name: '备用账号',
        login: one.id,
        role: null,
        unit: null,
      })),
    )
    .execute();
  await db.insertInto('tokens').values(rows).execute();
  const ids = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.id);
  return { sessions: ids('session'), tokens: ids('token') };
}

/** Two tasks of data entry in that community, one of them begun. */
export async function insertEntry(db: Database): Promise<void> {
  await db
    .insertInto('rollout')
    .values([
      { ...PLACE, region: PLACE.street, state: 'entering', since: '2026-10-12' },
      { ...PLACE, state: 'entering', since: '2026-10-12' },
    ])
    .execute();
  await db
    .insertInto('entry_tasks')
    .values(
      ['person', 'household'].map((dataset) => ({
        ...PLACE,
        dataset,
        target: dataset === 'person' ? 400 : 120,
        target_source_zh: '2025年统计年报',
        start_date: dataset === 'person' ? '2026-10-12' : null,
        due_date: '2026-12-31',
      })),
    )
    .execute();
  await db
    .insertInto('entry_counts')
    .values({
      ...PLACE,
      dataset: 'person',
      date: '2026-11-20',
      entered: 90,
      complete: 80,
      accurate: 85,
      on_time: 90,
    })
    .execute();
}
