/**
 * A batch of accepts through the journal and the API, beside the very statements it leads to, sent to PostgreSQL directly by as many at
 * once: node bench/batch.ts [ITEMS], after npm run build. ITEMS is 1,000 by default.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { pino } from 'pino';
import { accept } from '../commands/requests/accept.ts';
import { newSigningKey } from '../platform/audit/signer.ts';
import { openAuditTrail } from '../platform/audit/trail.ts';
import { liveCalendar } from '../platform/calendar/live-calendar.ts';
import { loadDictionaries } from '../platform/dictionaries/dictionaries.ts';
import { startEventHub } from '../platform/events/hub.ts';
import { createApp } from '../platform/http/app.ts';
import { DIRECT } from '../platform/http/network.ts';
import { createSignIn } from '../platform/sign-in/sign-in.ts';
import { openDatabase } from '../platform/store/database.ts';
import { startEmbedded } from '../platform/store/embedded/start.ts';
import { createClient } from '../src/client/create-client.ts';
import { BATCH_AT_ONCE } from '../src/command/batch/each-item.ts';
import { workOff } from '../src/command/batch/work-off.ts';
import { openJournal } from '../src/journal/journal.ts';
import { TEST_KEYS } from '../test/platform/harness/keys.ts';
import { BENCH_TOKEN, fillWithRequests } from './many-requests.ts';
import { median, row } from './pairs.ts';
import { servePlatform } from './serve-platform.ts';

const ITEMS = Number(process.argv[2] ?? 1_000);
const ROUNDS = 3;
const RATIO_MIN = 0.5;

interface Statement {
  text: string;
  values: readonly unknown[];
}

const home = mkdtempSync(join(tmpdir(), 'district-bench-'));
const { connection, stop } = await startEmbedded({ dataHome: join(home, 'data') });
const numbers = await makeTemplate();
const statements = await statementsOf(numbers);

const pairs: [batch: number, direct: number][] = [];
for (let round = 0; round < ROUNDS; round += 1)
  pairs.push([await timedBatch(round), await timedDirect(round)]);
const perSecond = (ms: number) => ITEMS / (ms / 1_000);
const ratio = median(pairs.map(([batch, direct]) => direct / batch));
process.stdout.write(row('accepts', 'batch /s', 'its statements /s', 'ratio', 'at least'));
process.stdout.write(row('---', '---', '---', '---', '---'));
process.stdout.write(
  row(
    String(ITEMS),
    perSecond(median(pairs.map(([batch]) => batch))),
    perSecond(median(pairs.map(([, direct]) => direct))),
    ratio,
    RATIO_MIN,
  ),
);
await stop();
rmSync(home, { recursive: true, force: true });

/** A database of submitted requests that the others are copies of. */
async function makeTemplate(): Promise<string[]> {
  await createDatabase('submitted', 'template1');
  const opened = openDatabase({ ...connection, database: 'submitted' });
  await fillWithRequests(opened, ITEMS);
  await sql`
    update requests set state = 'submitted', version = 1, lead = null, clock_started_at = null, promised_due_at = null,
      statutory_due_at = null, yellow_at = null`.execute(opened.db);
  const rows = await opened.db.selectFrom('requests').select('no').orderBy('no').execute();
  await opened.close();
  return rows.map(({ no }) => no);
}

async function createDatabase(name: string, template: string): Promise<void> {
  const admin = new pg.Client({ ...connection, database: 'postgres' });
  await admin.connect();
  await admin.query(`create database ${name} template ${template}`);
  await admin.end();
}

/** What each accept asks of the database, taken from the platform's own code. */
async function statementsOf(nos: readonly string[]): Promise<Statement[][]> {
  await createDatabase('watched', 'submitted');
  let current: Statement[] = [];
  const { db, pool, close } = openDatabase({ ...connection, database: 'watched' }, (text, values) =>
    current.push({ text, values }),
  );
  const log = pino({ level: 'silent' });
  const clock = { now: () => new Date() };
  const events = await startEventHub(db, pool, log);
  const app = createApp({
    ...{ db, clock, events, log, keys: TEST_KEYS, network: DIRECT, sandbox: null },
    dictionaries: await loadDictionaries(db),
    calendar: await liveCalendar(db, log),
    audit: openAuditTrail({ db, clock, log }, { key: newSigningKey(), files: [] }),
    signIn: createSignIn({ db, secret: 'bench' }),
  });
  const all: Statement[][] = [];
  for (const no of nos) {
    current = [];
    const response = await app.request(`/v1/requests/${no}/actions/accept`, {
      method: 'POST',
      body: '{}',
      headers: {
        authorization: `Bearer ${BENCH_TOKEN}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        'if-match': '*',
      },
    });
    if (!response.ok) throw new Error(await response.text());
    all.push(current);
  }
  await events.stop();
  await close();
  return all;
}

async function timedBatch(round: number): Promise<number> {
  await createDatabase(`batch_${round}`, 'submitted');
  const platform = await servePlatform(
    { ...connection, database: `batch_${round}` },
    join(home, `batch-${round}`),
  );
  const client = createClient({ url: platform.url, token: BENCH_TOKEN });
  const me = await client.me();
  const startedMs = performance.now();
  const held = openJournal(join(home, 'state')).create({
    ...{
      operation: accept.id,
      input: {},
      filter: null,
      context: 'bench',
      platform: client.url,
      operator: me,
    },
    key: randomUUID(),
    items: numbers.map((id) => ({ id, version: null })),
  });
  for await (const outcome of workOff(held, accept, client))
    if (outcome.status === 'failed') throw new Error(outcome.error.message.en);
  held.letGo();
  const tookMs = performance.now() - startedMs;
  await platform.stop();
  return tookMs;
}

/** The same statements, each item's in a transaction. */
async function timedDirect(round: number): Promise<number> {
  await createDatabase(`direct_${round}`, 'submitted');
  const clients = Array.from(
    { length: BATCH_AT_ONCE },
    () => new pg.Client({ ...connection, database: `direct_${round}` }),
  );
  await Promise.all(clients.map((client) => client.connect()));
  const startedMs = performance.now();
  let next = 0;
  const lane = async (client: pg.Client) => {
    while (next < statements.length) {
      const ofItem = statements[next] ?? [];
      next += 1;
      await client.query('begin');
      for (const { text, values } of ofItem) await client.query(text, [...values]);
      await client.query('commit');
    }
  };
  await Promise.all(clients.map(lane));
  const tookMs = performance.now() - startedMs;
  await Promise.all(clients.map((client) => client.end()));
  return tookMs;
}
