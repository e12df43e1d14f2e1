/** The list route at two sizes and against its own SQL: node bench/list.ts [LARGE], after npm run build. LARGE is 1,000,000 by default. */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type OpenDatabase, openDatabase } from '../platform/store/database.ts';
import { type EmbeddedConnection, startEmbedded } from '../platform/store/embedded/start.ts';
import { BENCH_TOKEN, fillWithRequests } from './many-requests.ts';
import { quantile, row } from './pairs.ts';
import { servePlatform } from './serve-platform.ts';

const SMALL = 10_000;
const LARGE = Number(process.argv[2] ?? 1_000_000);
const SAMPLES = 400;
const THROUGHPUT_SECONDS = 6;
const CONCURRENCY = 8;
const QUERIES = [
  'limit=50',
  'limit=50&q=is:open',
  'limit=50&q=is:overdue',
  'limit=50&q=is:open street:320302005',
  'limit=50&sort=newest',
];

interface Sized {
  url: string;
  opened: OpenDatabase;
  statements: { sql: string; parameters: readonly unknown[] }[];
  stop(): Promise<void>;
}

const home = mkdtempSync(join(tmpdir(), 'district-bench-'));
const embedded = await startEmbedded({ dataHome: join(home, 'data') });
const small = await platformOf(embedded.connection, 'small', SMALL);
const large = await platformOf(embedded.connection, 'large', LARGE);
const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });

process.stdout.write(`Pages of 50 at ${SMALL} and ${LARGE} requests, milliseconds over HTTP.\n\n`);
process.stdout.write(
  row('list', 'p50 small', 'p50 large', 'p50 ratio', 'p99 small', 'p99 large', 'p99 ratio'),
);
process.stdout.write(row(...Array.from({ length: 7 }, () => '---')));
for (const query of QUERIES) {
  const [a, b] = [[], []] as [number[], number[]];
  for (let i = 0; i < SAMPLES; i += 1) {
    a.push(await timed(small, query));
    b.push(await timed(large, query));
  }
  const [a50, a99, b50, b99] = [quantile(a, 0.5), quantile(a, 0.99), quantile(b, 0.5), quantile(b, 0.99)];
  process.stdout.write(row(`\`${query}\``, a50, b50, b50 / a50, a99, b99, b99 / a99));
}

process.stdout.write(`\n${row('list', 'buffers small', 'buffers large')}${row('---', '---', '---')}`);
for (const query of QUERIES)
  process.stdout.write(
    row(`\`${query}\``, String(await buffers(small, query)), String(await buffers(large, query))),
  );

const http = await throughput(() => ask(small, 'limit=50&q=is:open'));
const { sql, parameters } = await statementOf(small, 'limit=50&q=is:open');
const direct = await throughput(() => small.opened.pool.query(sql, [...parameters]));
process.stdout.write(
  `\nList route ${http.toFixed(0)}/s, its SQL through pg ${direct.toFixed(0)}/s: ${(http / direct).toFixed(2)} x (at least 0.6)\n`,
);

agent.destroy();
await Promise.all([small.stop(), large.stop()]);
await embedded.stop();
rmSync(home, { recursive: true, force: true });

async function platformOf(connection: EmbeddedConnection, name: string, count: number): Promise<Sized> {
  const admin = new pg.Client({ ...connection, database: 'postgres' });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const statements: Sized['statements'] = [];
  const opened = openDatabase({ ...connection, database: name }, (sql, parameters) =>
    statements.push({ sql, parameters }),
  );
  await fillWithRequests(opened, count);
  const platform = await servePlatform({ ...connection, database: name }, join(home, name));
  return {
    url: platform.url,
    opened,
    statements,
    async stop() {
      await opened.close();
      await platform.stop();
    },
  };
}

/** Milliseconds from asking to the page parsed. */
async function timed(sized: Sized, query: string): Promise<number> {
  const startedMs = performance.now();
  const body = await ask(sized, query);
  if (JSON.parse(body).items === undefined) throw new Error(body);
  return performance.now() - startedMs;
}

function ask({ url }: Sized, query: string): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    const headers = { authorization: `Bearer ${BENCH_TOKEN}` };
    get(`${url}/v1/requests?${query.replaceAll(' ', '%20')}`, { agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve(text));
    }).on('error', reject);
  });
}

async function throughput(work: () => Promise<unknown>): Promise<number> {
  const endMs = performance.now() + THROUGHPUT_SECONDS * 1000;
  let done = 0;
  const lane = async () => {
    while (performance.now() < endMs) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, lane));
  return done / THROUGHPUT_SECONDS;
}

/** The statement the route runs for a query, taken from the route's own code. */
async function statementOf({ opened, statements }: Sized, query: string) {
  const { listRequests } = await import('../platform/requests/list.ts');
  const { loadDictionaries } = await import('../platform/dictionaries/dictionaries.ts');
  const parameters = new URLSearchParams(query);
  const services = {
    db: opened.db,
    clock: { now: () => new Date() },
    dictionaries: await loadDictionaries(opened.db),
  };
  statements.length = 0;
  await listRequests(
    services as never,
    { id: 'bench', name: '', role: 'administrator', region: '320302', unit: null },
    { q: parameters.get('q') ?? '', sort: (parameters.get('sort') ?? 'due') as 'due', limit: 50 },
  );
  const statement = statements.at(-1);
  if (!statement) throw new Error('no statement');
  return statement;
}

async function buffers(sized: Sized, query: string): Promise<number> {
  const { sql, parameters } = await statementOf(sized, query);
  const explained = await sized.opened.pool.query(`explain (analyze, buffers, format json) ${sql}`, [
    ...parameters,
  ]);
  const plan = explained.rows[0]['QUERY PLAN'][0].Plan;
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
}
