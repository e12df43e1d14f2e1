/**
 * Figures of requests at two sizes: node bench/stats.ts [LARGE], after npm run build. LARGE is 1,000,000 by default. A period costs what
 * its requests cost, however many there are besides: rows of a table with as many requests should take as long at both sizes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stats, StatsTrend } from '@district/contract/types.ts';
import pg from 'pg';
import { openDatabase } from '../platform/store/database.ts';
import { startEmbedded } from '../platform/store/embedded/start.ts';
import { BENCH_TOKEN, fillWithRequests } from './many-requests.ts';
import { quantile, row } from './pairs.ts';
import { servePlatform } from './serve-platform.ts';

const SMALL = 10_000;
const LARGE = Number(process.argv[2] ?? 1_000_000);
const SAMPLES = 15;
/** Requests are spread over 540 days up to 2026-11-24. */
const DAY = 'from=2026-09-15&to=2026-09-15';
const MONTH = 'from=2026-09-01&to=2026-09-30';
const QUARTER = 'from=2026-07-01&to=2026-09-30';
const YEAR = 'from=2025-10-01&to=2026-09-30';
const QUERIES = [
  `stats?by=agency&${DAY}`,
  `stats?by=agency&${MONTH}`,
  `stats?by=community&${MONTH}`,
  `stats?by=agency&${MONTH}&q=street:320302005`,
  `stats?by=agency&${QUARTER}`,
  `stats?by=agency&${YEAR}`,
  `stats?by=month&${YEAR}`,
  'stats/trend?by=street&to=2026-09-30&months=6',
  'stats/trend?by=street&to=2026-09-30&months=12',
];

const home = mkdtempSync(join(tmpdir(), 'district-bench-'));
const { connection, stop } = await startEmbedded({ dataHome: join(home, 'data') });

process.stdout.write(row('requests', 'figures', 'in the period', 'p50 ms', 'p95 ms', 'µs a request'));
process.stdout.write(row('---', '---', '---', '---', '---', '---'));
for (const size of [SMALL, LARGE]) await measure(`of${size}`, size);

await stop();
rmSync(home, { recursive: true, force: true });

async function measure(database: string, size: number): Promise<void> {
  const admin = new pg.Client({ ...connection, database: 'postgres' });
  await admin.connect();
  await admin.query(`create database ${database}`);
  await admin.end();
  const opened = openDatabase({ ...connection, database });
  await fillWithRequests(opened, size);
  await opened.close();
  const platform = await servePlatform({ ...connection, database }, join(home, database));
  for (const query of QUERIES) {
    const taken: number[] = [];
    let counted = 0;
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const startedMs = performance.now();
      counted = requestsIn(await ask(platform.url, query));
      taken.push(performance.now() - startedMs);
    }
    const [p50, p95] = [quantile(taken, 0.5), quantile(taken, 0.95)];
    process.stdout.write(
      row(String(size), `\`${query}\``, String(counted), p50, p95, (p50 * 1000) / counted),
    );
  }
  await platform.stop();
}

async function ask(url: string, query: string): Promise<unknown> {
  const response = await fetch(`${url}/v1/${query}`, { headers: { authorization: `Bearer ${BENCH_TOKEN}` } });
  const body = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(body));
  return body;
}

function requestsIn(answer: unknown): number {
  if ('total' in (answer as Stats)) return (answer as Stats).total.received;
  const points = (answer as StatsTrend).rows.flatMap((one) => one.points);
  return points.reduce((sum, { received }) => sum + received, 0);
}
