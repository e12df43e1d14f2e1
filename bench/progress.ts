/** A district's progress against its own SQL, at the sandbox's full data: node bench/progress.ts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { bearerRow } from '../platform/access/bearers.ts';
import { newSigningKey } from '../platform/audit/signer.ts';
import { openAuditTrail } from '../platform/audit/trail.ts';
import { liveCalendar } from '../platform/calendar/live-calendar.ts';
import { loadDictionaries } from '../platform/dictionaries/dictionaries.ts';
import { startEventHub } from '../platform/events/hub.ts';
import { createApp } from '../platform/http/app.ts';
import { DIRECT } from '../platform/http/network.ts';
import { ensureDictionaries } from '../platform/sandbox/dictionaries.ts';
import { generateEntry } from '../platform/sandbox/generate/entry.ts';
import { insertMany } from '../platform/sandbox/insert.ts';
import { createSignIn } from '../platform/sign-in/sign-in.ts';
import { openDatabase } from '../platform/store/database.ts';
import { startEmbedded } from '../platform/store/embedded/start.ts';
import { migrate } from '../platform/store/migrate.ts';
import { TEST_KEYS } from '../test/platform/harness/keys.ts';
import { quantile, row } from './pairs.ts';

const ANCHOR = '2026-11-25';
const SAMPLES = 100;
const TARGET_P95_MS = 50;
const TOKEN = 'bench';
const QUERIES = [
  '/v1/progress/grid',
  '/v1/progress?by=street&limit=200',
  '/v1/progress?by=dataset',
  '/v1/progress?by=community&limit=200',
  '/v1/progress?by=street&behind=true&limit=200',
  '/v1/progress/grid?region=320302007000',
  '/v1/progress/trend?dataset=person',
];

const home = mkdtempSync(join(tmpdir(), 'district-bench-'));
const embedded = await startEmbedded({ dataHome: home });
let statements: { sql: string; parameters: readonly unknown[] }[] = [];
const { db, pool, close } = openDatabase(embedded.connection, (sql, parameters) =>
  statements.push({ sql, parameters }),
);
await migrate(db, TEST_KEYS);
await ensureDictionaries(db);
const log = pino({ level: 'silent' });
const calendar = await liveCalendar(db, log);
const entry = generateEntry(ANCHOR, calendar);
const counts = entry.tasks.flatMap((task) => task.counts());
await db.transaction().execute(async (transaction) => {
  const operator = { district: '320302', id: 'bench', name: '王磊', role: 'administrator', region: '320302' };
  await insertMany(transaction, 'operators', [{ ...operator, unit: null }]);
  await insertMany(transaction, 'tokens', [
    bearerRow(TOKEN, { operator, kind: 'token', at: new Date(`${ANCHOR}T00:00Z`) }),
  ]);
  await insertMany(transaction, 'rollout', entry.rollout);
  await insertMany(
    transaction,
    'entry_tasks',
    entry.tasks.map(({ task }) => task),
  );
  await insertMany(transaction, 'entry_counts', counts);
});
await pool.query('vacuum analyze entry_tasks, entry_counts, rollout');
const events = await startEventHub(db, pool, log);
const clock = { now: () => new Date(`${ANCHOR}T10:30:00+08:00`) };
const app = createApp({
  db,
  clock,
  dictionaries: await loadDictionaries(db),
  calendar,
  events,
  keys: TEST_KEYS,
  audit: openAuditTrail({ db, clock, log }, { key: newSigningKey(), files: [] }),
  log,
  signIn: createSignIn({ db, secret: 'bench' }),
  network: DIRECT,
  sandbox: null,
});

const ofDistrict = counts.filter(({ district }) => district === '320302').length;
process.stdout.write(
  `Progress of a district: ${ofDistrict} day counts of ${counts.length} in all, milliseconds without the network.\n\n`,
);
process.stdout.write(row('query', 'p50', 'p95', 'its SQL p50', 'ratio', `p95 under ${TARGET_P95_MS}`));
process.stdout.write(row('---', '---', '---', '---', '---', '---'));
for (const query of QUERIES) {
  await ask(query);
  statements = [];
  await ask(query);
  const own = statements.filter(({ sql }) => /entry_|rollout/.test(sql));
  const [api, direct] = [[], []] as [number[], number[]];
  for (let at = 0; at < SAMPLES; at += 1) {
    api.push(await timed(() => ask(query)));
    direct.push(await timed(() => Promise.all(own.map((one) => pool.query(one.sql, [...one.parameters])))));
  }
  const [p50, p95, sql] = [quantile(api, 0.5), quantile(api, 0.95), quantile(direct, 0.5)];
  process.stdout.write(row(`\`${query}\``, p50, p95, sql, p50 / sql, p95 < TARGET_P95_MS ? 'yes' : 'NO'));
}

await events.stop();
await close();
await embedded.stop();
rmSync(home, { recursive: true, force: true });

async function ask(query: string): Promise<void> {
  const response = await app.request(query, { headers: { authorization: `Bearer ${TOKEN}` } });
  if (response.status !== 200) throw new Error(`${query}: ${await response.text()}`);
  await response.json();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}
