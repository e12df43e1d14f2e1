/** 150,000 inbox deliveries through the platform's jobs, beside the bare inserts and updates of as many rows through pg on the same database. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { pino } from 'pino';
import { newSigningKey } from '../platform/audit/signer.ts';
import { openAuditTrail } from '../platform/audit/trail.ts';
import { liveCalendar } from '../platform/calendar/live-calendar.ts';
import { loadDictionaries } from '../platform/dictionaries/dictionaries.ts';
import { startEventHub } from '../platform/events/hub.ts';
import type { Services } from '../platform/http/environment.ts';
import { DIRECT } from '../platform/http/network.ts';
import { startJobs } from '../platform/jobs/jobs.ts';
import { actOnNotice } from '../platform/notices/act.ts';
import { createNotice } from '../platform/notices/create.ts';
import { openSandbox } from '../platform/sandbox/open.ts';
import { person } from '../platform/sandbox/people.ts';
import { createSignIn } from '../platform/sign-in/sign-in.ts';
import { openDatabase } from '../platform/store/database.ts';
import { startEmbedded } from '../platform/store/embedded/start.ts';
import { migrate } from '../platform/store/migrate.ts';
import { TEST_KEYS } from '../test/platform/harness/keys.ts';
import { median, row } from './pairs.ts';

const ROUNDS = 3;
const BATCH_SIZE = 1_000;
const LOOK_INTERVAL_MS = 20;

const home = mkdtempSync(join(tmpdir(), 'district-bench-'));
const embedded = await startEmbedded({ dataHome: home });
const { db, pool, close } = openDatabase(embedded.connection);
await migrate(db, TEST_KEYS);
const now = new Date();
const sandbox = await openSandbox({
  db,
  now,
  at: now,
  storm: false,
  reset: false,
  secret: 'bench',
  keys: TEST_KEYS,
});
await sandbox.seeding;
const log = pino({ level: 'silent' });
const events = await startEventHub(db, pool, log);
const { clock } = sandbox;
const services: Services = {
  db,
  clock,
  dictionaries: await loadDictionaries(db),
  calendar: await liveCalendar(db, log),
  events,
  keys: TEST_KEYS,
  audit: openAuditTrail({ db, clock, log }, { key: newSigningKey(), files: [] }),
  log,
  signIn: createSignIn({ db, secret: 'bench' }),
  network: DIRECT,
  sandbox: null,
};
const stopJobs = await startJobs(services, pool);
const client = new pg.Client(embedded.connection);
await client.connect();
await client.query('create table bare (like deliveries including all) with (fillfactor = 50)');

try {
  const pairs: [ours: number, bare: number][] = [];
  let rows = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const ids = (
      await client.query<{ id: string }>(
        `select id from residents where district = '320302' and moved_out_at is null order by id`,
      )
    ).rows.map(({ id }) => id);
    rows = ids.length;
    const bareMs = await timed(() => bare(ids));
    const oursMs = await timed(() => send(round));
    pairs.push([oursMs, bareMs]);
  }
  const rate = (ms: number) => Math.round(rows / (ms / 1_000)).toLocaleString('en');
  const ours = median(pairs.map(([ms]) => ms));
  const plain = median(pairs.map(([, ms]) => ms));
  process.stdout.write(row('deliveries', 'platform /s', 'bare pg /s', 'ratio'));
  process.stdout.write(row('---', '---', '---', '---'));
  process.stdout.write(
    row(rows.toLocaleString('en'), rate(ours), rate(plain), median(pairs.map(([own, other]) => other / own))),
  );
} finally {
  await client.end();
  await stopJobs();
  await events.stop();
  await close();
  await embedded.stop();
  rmSync(home, { recursive: true, force: true });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

/** Each row inserted as queued and updated to delivered, a thousand a statement: as plain as it can be done safely. */
async function bare(ids: readonly string[]): Promise<void> {
  await client.query('truncate bare');
  const notice = '00000000-0000-7000-8000-000000000000';
  for (let start = 0; start < ids.length; start += BATCH_SIZE) {
    await client.query(
      `insert into bare (district, notice_id, resident_id, state) select '320302', $1, id, 'queued' from unnest($2::bigint[]) as id`,
      [notice, ids.slice(start, start + BATCH_SIZE)],
    );
  }
  for (let start = 0; start < ids.length; start += BATCH_SIZE) {
    await client.query(
      `update bare set state = 'delivered', at = now() where district = '320302' and notice_id = $1 and resident_id = any($2::bigint[])`,
      [notice, ids.slice(start, start + BATCH_SIZE)],
    );
  }
}

/** From the approval to the last delivery, as an approver would wait for it. */
async function send(round: number): Promise<void> {
  const at = services.clock.now();
  const author = { operator: person('320302-duty-1'), address: null, requestId: 'bench', at };
  // No two rounds share a pair of characters.
  const body = String.fromCodePoint(
    ...Array.from({ length: 20 }, (_, index) => 0x4e00 + round * 100 + index * 2),
  );
  const wish = {
    title: `第${round}号`,
    body,
    audience: { regions: ['320302000000'] },
    channels: ['inbox' as const],
    exercise: false,
    submit: true,
  };
  const { no } = await db.transaction().execute((write) => createNotice(write, services, author, wish));
  const approver = { ...author, operator: person('320302-approver') };
  const approval = { no, action: 'approve', reason: undefined, version: 'any' } as const;
  await db.transaction().execute((write) => actOnNotice(write, services, approver, approval));
  for (;;) {
    const { rows } = await sql<{ state: string }>`select state from notices where no = ${no}`.execute(db);
    if (rows[0]?.state === 'sent') return;
    await sleep(LOOK_INTERVAL_MS);
  }
}
