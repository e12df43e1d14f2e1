import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import { openPersonal } from '../../../platform/requests/personal.ts';
import { generateRequests } from '../../../platform/sandbox/generate/generate.ts';
import { insertMany } from '../../../platform/sandbox/insert.ts';
import type { Database } from '../../../platform/store/database.ts';
import { migrate } from '../../../platform/store/migrate.ts';
import * as first from '../../../platform/store/migrations/0001-first.ts';
import * as notices from '../../../platform/store/migrations/0002-notices.ts';
import * as progress from '../../../platform/store/migrations/0003-progress.ts';
import { emptyDatabase } from '../harness/database.ts';
import { filesWith } from '../harness/files.ts';
import { TEST_KEYS } from '../harness/keys.ts';
import { calendar } from '../sandbox/generated.ts';

const PHONE = '13987654321';
const NAME = '慕容旧行';
const ADDRESS = '旧街巷八十八号';
const COUNT = 1_300;

test('a database from before is sealed as it is, and nothing in the clear is left in its files', async () => {
  const { db } = await emptyDatabase();
  await fillAsBefore(db);
  expect(await filesWith(db, [PHONE, NAME, ADDRESS])).not.toEqual([]);

  await migrate(db, TEST_KEYS);

  const rows = await db
    .selectFrom('requests')
    .innerJoin('request_personal as personal', 'personal.request_id', 'requests.id')
    .select(['requests.district', 'requests.id', 'no', 'body', 'address_masked'])
    .select(['applicant_name_masked', 'applicant_phone_masked'])
    .select(['personal.name', 'personal.phone', 'personal.address', 'personal.text', 'phone_index'])
    .orderBy('no')
    .execute();
  expect(rows).toHaveLength(COUNT);
  const [row] = rows;
  if (!row) throw new Error('no rows');
  expect(row).toMatchObject({
    applicant_name_masked: '慕***',
    applicant_phone_masked: '139****4321',
    address_masked: '旧街巷***号',
    body: '灯坏了，电话*******4321',
    phone_index: TEST_KEYS.current().indexOf('phone', PHONE),
  });
  const open = (column: 'name' | 'phone' | 'address' | 'text') =>
    openPersonal(TEST_KEYS, row, column, row[column] ?? '');
  expect([open('name'), open('phone'), open('address')]).toEqual([NAME, PHONE, ADDRESS]);
  expect(JSON.parse(open('text'))).toMatchObject({ body: `灯坏了，电话${PHONE}` });

  expect(await filesWith(db, [PHONE, NAME, ADDRESS])).toEqual([]);
});

/** The rows of an earlier version, written by its own columns. */
async function fillAsBefore(db: Database): Promise<void> {
  const migrations = { '0001-first': first, '0002-notices': notices, '0003-progress': progress };
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
  const until = new Date('2026-11-25T01:00:00Z');
  const { requests } = generateRequests({ anchor: '2026-11-25', storm: false, until, calendar });
  const { rows: columns } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns where table_name = 'requests'`.execute(db);
  const old = new Set(columns.map(({ name }) => name));
  const rows = requests.slice(0, COUNT).map((request) => {
    // What later versions added was not there.
    const kept = Object.fromEntries(Object.entries(request).filter(([name]) => old.has(name)));
    const body = `灯坏了，电话${PHONE}`;
    return { ...kept, body, applicant_name: NAME, applicant_phone: PHONE, address: ADDRESS, words: "'x':1" };
  });
  await db.transaction().execute((transaction) => insertMany(transaction, 'requests', rows));
}
