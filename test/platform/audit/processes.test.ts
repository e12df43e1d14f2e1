import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { expect, inject, onTestFinished, test } from 'vitest';
import { bearerRow } from '../../../platform/access/bearers.ts';
import type { Database } from '../../../platform/store/database.ts';
import { runDistrict } from '../../cli/run-district.ts';
import { freshDatabase } from '../harness/database.ts';
import { A_LAMP } from '../harness/district.ts';

const PLATFORM = fileURLToPath(new URL('../../../dist/district-platform.js', import.meta.url));
const CHAIN = '320302';

/** A database with a duty officer and an auditor, and a data home for the processes that share it. */
async function openPlace() {
  const { db } = await freshDatabase();
  const name =
    (await sql<{ name: string }>`select current_database() as name`.execute(db)).rows[0]?.name ?? '';
  for (const [id, role] of [
    ['duty', 'duty_officer'],
    ['auditor', 'auditor'],
  ] as const) {
    const operator = { id, district: CHAIN, name: id, role, region: CHAIN, unit: null };
    await db.insertInto('operators').values(operator).execute();
    await db
      .insertInto('tokens')
      .values(bearerRow(`token-${id}`, { operator, kind: 'token', at: new Date() }))
      .execute();
  }
  const home = mkdtempSync(join(tmpdir(), 'district-audit-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const { user, host, port } = inject('postgres');
  const env = { DATABASE_URL: `postgres://${user}@/${name}?host=${encodeURIComponent(host)}&port=${port}` };
  return { db, home, env };
}

async function serve(
  home: string,
  env: Record<string, string>,
): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [PLATFORM, 'serve', '--port', '0', '--data-home', home], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  });
  let text = '';
  for await (const chunk of child.stdout) {
    text += chunk;
    if (text.includes('\n')) break;
  }
  return { url: (JSON.parse(text) as { url: string }).url, child };
}

async function file(url: string): Promise<number> {
  const response = await fetch(`${url}/v1/requests`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer token-duty',
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(A_LAMP),
  }).catch(() => undefined);
  return response?.status ?? 0;
}

async function unsealed(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from audit where not exists (select from audit_seals where entry_id = audit.id)`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

function verifyOffline(home: string, env: Record<string, string>): Promise<{ code: number; stdout: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [PLATFORM, 'audit', 'verify', '--data-home', home],
      { env: { ...process.env, ...env } },
      (error, stdout) => resolve({ code: Number(error?.code ?? 0), stdout }),
    );
  });
}

test('two processes write and seal one chain, one is killed and comes back; tampering shows, also offline', async () => {
  const { db, home, env } = await openPlace();
  const [first, second] = await Promise.all([serve(home, env), serve(home, env)]);
  const before = await Promise.all(
    Array.from({ length: 20 }, (_, n) => file(n % 2 ? first.url : second.url)),
  );
  expect(before).toEqual(before.map(() => 201));
  // Killed with writes in hand: what was answered is there, what was not may be.
  const inHand = Array.from({ length: 10 }, () => file(first.url));
  first.child.kill('SIGKILL');
  const answered = (await Promise.all(inHand)).filter((status) => status === 201).length;
  for (let n = 0; n < 10; n += 1) expect(await file(second.url)).toBe(201);
  const third = await serve(home, env);
  expect(await file(third.url)).toBe(201);
  await expect.poll(() => unsealed(db), { timeout: 10_000 }).toBe(0);

  const client = { env: { DISTRICT_URL: third.url, DISTRICT_TOKEN: 'token-auditor' } };
  const whole = await runDistrict(['audit', 'verify', '--json'], client);
  expect(whole).toMatchObject({ code: 0, stderr: '' });
  const verified = JSON.parse(whole.stdout) as {
    whole: boolean;
    verified: number;
    checkpoints: { seq: number }[];
  };
  expect(verified.whole).toBe(true);
  expect(verified.verified).toBeGreaterThanOrEqual(31 + answered);
  const kept = join(home, 'kept.jsonl');
  writeFileSync(kept, `${JSON.stringify(verified.checkpoints)}\n`);

  await sql`update audit set object = 'GL000000-0000' where id = (select entry_id from audit_seals where seq = 5)`.execute(
    db,
  );
  const changed = await runDistrict(['audit', 'verify', '--checkpoints', kept], client);
  expect(changed.code).toBe(10);
  expect(changed.stdout).toMatch(/^! 320302 no\. 5: changed {2}.* requests\.create GL000000-0000 /m);

  for (const { child } of [second, third]) {
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  }
  const checkpointsFile = join(home, 'audit-checkpoints.jsonl');
  expect(statSync(checkpointsFile).mode & 0o777).toBe(0o600);
  expect(statSync(join(home, 'audit-key')).mode & 0o777).toBe(0o600);
  const head = verified.checkpoints.find(({ seq }) => seq > 0)?.seq ?? 0;
  const last = JSON.parse(readFileSync(checkpointsFile, 'utf8').trim().split('\n').at(-1) ?? '') as {
    seq: number;
  };
  expect(last.seq).toBeGreaterThanOrEqual(head);

  await sql`delete from audit where id in (select entry_id from audit_seals where seq > ${last.seq - 3})`.execute(
    db,
  );
  await sql`delete from audit_seals where seq > ${last.seq - 3}`.execute(db);
  const offline = await verifyOffline(home, env);
  expect(offline.code).toBe(10);
  expect(offline.stdout).toContain('! 320302 no. 5: changed');
  expect(offline.stdout).toContain(`! 320302 no. ${last.seq - 2}-${last.seq}: cut_off`);
}, 120_000);

test.each([
  ['183', 'number of days from 184 on'],
  ['none', 'number of days from 184 on'],
])('is not kept for %s days', async (days, why) => {
  const home = mkdtempSync(join(tmpdir(), 'district-audit-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const { stdout, code } = await new Promise<{ stdout: string; code: unknown }>((resolve) => {
    execFile(
      process.execPath,
      [PLATFORM, 'serve', '--data-home', home, '--audit-keep-days', days],
      (error, out) => resolve({ stdout: out, code: error?.code }),
    );
  });
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    ready: false,
    kind: 'usage',
    message: expect.stringContaining(why),
  });
  expect(JSON.parse(stdout).hint).toContain('网络安全法');
});
