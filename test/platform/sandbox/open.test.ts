import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { findBearer } from '../../../platform/access/bearers.ts';
import { hashToken } from '../../../platform/access/tokens.ts';
import { PlatformError } from '../../../platform/platform-error.ts';
import { openSandbox, type SandboxOptions } from '../../../platform/sandbox/open.ts';
import type { Database } from '../../../platform/store/database.ts';
import { freshDatabase } from '../harness/database.ts';
import { TEST_KEYS } from '../harness/keys.ts';

const STORM = new Date('2026-10-08T08:30:00+08:00');
const TODAY = new Date('2026-11-25T10:30:00+08:00');

/** Enough for every community to have some, and few enough for a dozen sandboxes. */
const HOUSEHOLDS = 500;
/** Requests, tasks of data entry, residents, and the notices they have had. */
const RECORDS = 3_000 + 1_284 + 3 * HOUSEHOLDS + 8;

function options(db: Database, more: Partial<SandboxOptions> = {}): SandboxOptions {
  return {
    db,
    now: TODAY,
    at: undefined,
    storm: false,
    reset: false,
    secret: 'a secret',
    keys: TEST_KEYS,
    households: HOUSEHOLDS,
    ...more,
  };
}

async function opened(db: Database, more: Partial<SandboxOptions> = {}) {
  const sandbox = await openSandbox(options(db, more));
  await sandbox.seeding;
  return sandbox;
}

/** What the console leaves when somebody acts by hand. */
async function touch(db: Database): Promise<void> {
  await sql`insert into audit (district, id, at, operator_id, operator_name, action, object, http_request_id)
    values ('320302', gen_random_uuid(), ${TODAY}, '320302-administrator', '王磊', 'requests.remind', 'GL261125-0001', 'r1')`.execute(
    db,
  );
}

function daysLater(days: number): Date {
  return new Date(TODAY.valueOf() + days * 86_400_000);
}

test('the storm’s morning: 400 overdue in the database, a clock of its own, a token for everybody, numbers that go on', async () => {
  const { db } = await freshDatabase();
  const sandbox = await openSandbox(options(db, { now: new Date(), at: STORM, storm: true }));
  const { rows } = await sql<{ count: number }>`select count(*) from requests
    where open and district = '320302' and promised_due_at <= coalesce(paused_since, ${STORM}::timestamptz)`.execute(
    db,
  );
  expect(rows[0]?.count).toBe(400);
  expect(sandbox.progress().done).toBeLessThan(sandbox.progress().total);
  await sandbox.seeding;
  expect(sandbox.progress()).toEqual({ done: RECORDS, total: RECORDS });
  const counted = await sql<{ requests: number; entries: number; versions: number }>`select
    (select count(*) from requests) requests, (select count(*) from timeline) entries, (select sum(version) from requests)::int versions`.execute(
    db,
  );
  expect(counted.rows[0]?.requests).toBe(3_000);
  expect(counted.rows[0]?.entries).toBe(counted.rows[0]?.versions);
  expect(sandbox.anchor).toBe('2026-10-08');
  expect(Math.abs(sandbox.clock.now().valueOf() - STORM.valueOf())).toBeLessThan(60_000);
  expect(sandbox.identities.map(({ context }) => context)).toEqual([
    'sandbox',
    'sandbox-approver',
    'sandbox-duty',
    'sandbox-agency',
    'sandbox-street',
    'sandbox-community',
    'sandbox-security',
    'sandbox-auditor',
    'sandbox-city',
  ]);
  for (const { token, operator } of sandbox.identities) {
    expect(await findBearer(db, hashToken(token), TODAY)).toMatchObject({
      is: 'live',
      operator: { name: operator },
    });
  }
  const ahead = await sql<{
    ahead: number;
  }>`select count(*) as ahead from requests r where substring(no, 10)::int >
    (select last from request_numbers n where n.district = r.district and n.date = to_char(r.submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'))`.execute(
    db,
  );
  expect(ahead.rows[0]?.ahead).toBe(0);
});

test('a sandbox somebody has worked in is kept, and not replaced by another moment', async () => {
  const { db } = await freshDatabase();
  await opened(db);
  await touch(db);
  expect((await opened(db, { now: daysLater(10) })).anchor).toBe('2026-11-25');
  const failed = await opened(db, { at: STORM, storm: true }).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(PlatformError);
  expect(failed).toMatchObject({
    kind: 'sandbox_differs',
    hint: expect.stringContaining('district sandbox reset'),
  });
  expect((await opened(db, { at: STORM, storm: true, reset: true })).anchor).toBe('2026-10-08');
});

test('an untouched sandbox is made anew after three days, and keeps its tokens', async () => {
  const { db } = await freshDatabase();
  const first = await opened(db);
  expect((await opened(db, { now: daysLater(3) })).anchor).toBe('2026-11-25');
  const second = await opened(db, { now: daysLater(4) });
  expect(second.anchor).toBe('2026-11-29');
  expect(second.identities).toEqual(first.identities);
});

test('a seeding that was interrupted begins anew', async () => {
  const { db } = await freshDatabase();
  await opened(db);
  await sql`update installation set value = value || '{"complete": false}' where name = 'sandbox'`.execute(
    db,
  );
  await sql`delete from timeline where request_id in (select id from requests where not open limit 500)`.execute(
    db,
  );
  await opened(db);
  const { rows } = await sql<{ bare: number }>`select count(*) as bare from requests r where not exists
    (select from timeline t where t.district = r.district and t.request_id = r.id)`.execute(db);
  expect(rows[0]?.bare).toBe(0);
});

test('a platform’s own data are never taken for a sandbox', async () => {
  const { db } = await freshDatabase();
  await db
    .insertInto('operators')
    .values({
      district: '320302',
      id: 'one',
      name: '王磊',
      role: 'administrator',
      region: '320302',
      unit: null,
    })
    .execute();
  await expect(opened(db, { reset: true })).rejects.toMatchObject({ kind: 'sandbox_differs' });
});
