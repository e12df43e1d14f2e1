#!/usr/bin/env node
/**
 * What the audit costs: a write with its entry against one without and against one chained on the spot; how far the sealer is behind; how
 * fast 100,000 entries are sealed and verified, and in how much memory.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { pino } from 'pino';
import { appendAudit } from '../platform/audit/append.ts';
import { CANONICAL_ENTRY, entryHash, sealHash } from '../platform/audit/chain.ts';
import { chainHeads } from '../platform/audit/heads.ts';
import { sealBatch } from '../platform/audit/seal.ts';
import { startSealer } from '../platform/audit/sealer.ts';
import { verifyStretch } from '../platform/audit/verify.ts';
import { openDatabase, type Writer } from '../platform/store/database.ts';
import { startEmbedded } from '../platform/store/embedded/start.ts';
import { migrate } from '../platform/store/migrate.ts';
import { TEST_KEYS } from '../test/platform/harness/keys.ts';
import { median, row } from './pairs.ts';

const WRITERS = 8;
const WRITES_A_ROUND = 800;
const ROUNDS = 3;
const LAG_WRITES = 300;
const LAG_PAUSE_MS = 20;
const ENTRIES = 100_000;
const LAG_TARGET_MS = 1_000;
const DISTRICT = '320302';

const home = mkdtempSync(join(tmpdir(), 'district-bench-'));
const embedded = await startEmbedded({ dataHome: home });
const { db, close } = openDatabase(embedded.connection);
await migrate(db, TEST_KEYS);
await sql`create table work (district text, id bigint, state text, version int, primary key (district, id))`.execute(
  db,
);
await sql`insert into work select ${DISTRICT}, n, 'submitted', 1 from generate_series(1, 10000) n`.execute(
  db,
);
await sql`create table chain (district text primary key, seq bigint, hash bytea)`.execute(db);
await sql`insert into chain values (${DISTRICT}, 0, '')`.execute(db);

let next = 0;
const actor = () => ({ operator: null, address: '10.0.0.7', requestId: 'bench', at: new Date() });
const entry = (id: number) => ({
  district: DISTRICT,
  action: 'requests.accept',
  object: `GL-${id}`,
  before: { state: 'submitted', version: 1, lead: null },
  after: { state: 'accepted', version: 2, lead: null },
});

async function change(transaction: Writer): Promise<number> {
  next += 1;
  const id = (next % 10_000) + 1;
  await sql`update work set version = version + 1 where district = ${DISTRICT} and id = ${id}`.execute(
    transaction,
  );
  return id;
}

const WAYS = {
  without: async (transaction: Writer) => void (await change(transaction)),
  entry: async (transaction: Writer) => appendAudit(transaction, actor(), entry(await change(transaction))),
  /** Every writer waits for the one before it to commit. */
  inline: async (transaction: Writer) => {
    const id = await change(transaction);
    const object = `GL-${id}`;
    await appendAudit(transaction, actor(), entry(id));
    const { rows } = await sql<{ seq: number; hash: Buffer; canonical: string; entry_id: string }>`
      with head as (select seq, hash from chain where district = ${DISTRICT} for update)
      select head.seq, head.hash, ${CANONICAL_ENTRY} as canonical, audit.id as entry_id from head, audit
      where audit.district = ${DISTRICT} and audit.object = ${object} order by at desc limit 1`.execute(
      transaction,
    );
    const [head] = rows;
    if (!head) throw new Error('no head');
    const hash = sealHash(head.hash, head.seq + 1, entryHash(head.canonical));
    await sql`update chain set seq = seq + 1, hash = ${hash} where district = ${DISTRICT}`.execute(
      transaction,
    );
  },
} as const;

async function round(way: (transaction: Writer) => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      for (let n = 0; n < WRITES_A_ROUND / WRITERS; n += 1) await db.transaction().execute(way);
    }),
  );
  return (performance.now() - startedMs) / WRITES_A_ROUND;
}

async function costs(): Promise<void> {
  const measured: Record<keyof typeof WAYS, number[]> = { without: [], entry: [], inline: [] };
  for (let n = 0; n < ROUNDS; n += 1)
    for (const name of Object.keys(WAYS) as (keyof typeof WAYS)[])
      measured[name].push(await round(WAYS[name]));
  const bare = median(measured.without);
  process.stdout.write(
    `A write by ${WRITERS} at once, ms each, median of ${ROUNDS} rounds of ${WRITES_A_ROUND}.\n\n`,
  );
  process.stdout.write(row('way', 'ms a write', 'ratio'));
  process.stdout.write(row('---', '---', '---'));
  for (const [name, ms] of Object.entries(measured))
    process.stdout.write(row(name, median(ms).toFixed(2), (median(ms) / bare).toFixed(2)));
}

async function lag(): Promise<void> {
  await sql`truncate audit, audit_seals`.execute(db);
  const sealer = startSealer(db, pino({ level: 'silent' }));
  const committed = new Map<string, number>();
  const lags: number[] = [];
  let writing = true;
  const watching = (async () => {
    while (writing || lags.length < LAG_WRITES) {
      const { rows } = await sql<{ object: string }>`
        select object from audit_seals join audit on audit.district = audit_seals.district and audit.id = entry_id
        where seq > ${lags.length} and audit.district = ${DISTRICT}`.execute(db);
      for (const { object } of rows)
        lags.push(performance.now() - (committed.get(object) ?? performance.now()));
      await sleep(10);
    }
  })();
  for (let n = 0; n < LAG_WRITES; n += 1) {
    await db.transaction().execute((transaction) => appendAudit(transaction, actor(), entry(n)));
    committed.set(`GL-${n}`, performance.now());
    await sleep(LAG_PAUSE_MS);
  }
  writing = false;
  await watching;
  await sealer.stop();
  lags.sort((a, b) => a - b);
  const at = (share: number) => Math.round(lags[Math.floor(lags.length * share)] ?? Number.NaN);
  process.stdout.write(
    `\nSealed after, ms, of ${LAG_WRITES} entries: p50 ${at(0.5)}, p95 ${at(0.95)} (at most ${LAG_TARGET_MS}).\n`,
  );
}

async function verification(): Promise<void> {
  await sql`truncate audit, audit_seals`.execute(db);
  await sql`delete from installation where name = 'audit'`.execute(db);
  // A transaction of its own each, as if a platform had stood still for a month.
  await sql`insert into audit (district, xid, id, at, operator_id, operator_name, action, object, address, http_request_id, before, after)
    select ${DISTRICT}, n::text::xid8, gen_random_uuid(), timestamptz '2026-11-25 00:00+08' + n * interval '1 second', 'duty', '王磊', 'requests.accept',
      'GL261125-' || n, '10.0.0.7', gen_random_uuid()::text, '{"state": "submitted", "version": 1, "lead": null}',
      '{"state": "accepted", "version": 2, "lead": null}' from generate_series(1, ${ENTRIES}) n`.execute(db);
  await sql`analyze audit`.execute(db);
  const sealedMs = await timed(async () => {
    while ((await sealBatch(db)) > 0);
  });
  await sql`analyze audit_seals`.execute(db);
  const before = process.memoryUsage().rss;
  let peak = before;
  let verified = 0;
  let findings = 0;
  const verifiedMs = await timed(async () => {
    for (let after: number | null = 0; after !== null; ) {
      const stretch = await verifyStretch(db, DISTRICT, after);
      verified += stretch.verified;
      findings += stretch.findings.length;
      after = stretch.next;
      peak = Math.max(peak, process.memoryUsage().rss);
    }
  });
  const head = (await chainHeads(db, [DISTRICT])).get(DISTRICT);
  const growth = Math.round((peak - before) / 1024 / 1024);
  process.stdout.write(`\n${ENTRIES} entries sealed in ${seconds(sealedMs)}, to no. ${head?.seq}; `);
  process.stdout.write(
    `${verified} verified in ${seconds(verifiedMs)} with ${findings} findings and ${growth} MB more memory.\n`,
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

try {
  await costs();
  await lag();
  await verification();
} finally {
  await close();
  await embedded.stop();
  rmSync(home, { recursive: true, force: true });
}
