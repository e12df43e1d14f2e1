/** The list route at two sizes and against its own SQL: node bench/list.ts [LARGE], after npm run build. LARGE is 1,000,000 by default. */
import { quantile, row } from './pairs.ts';
import { CONCURRENCY, openSizes, type Sized } from './sizes.ts';

const SMALL = 10_000;
const LARGE = Number(process.argv[2] ?? 1_000_000);
const SAMPLES = 400;
const THROUGHPUT_SECONDS = 6;
const QUERIES = [
  'limit=50',
  'limit=50&q=is:open',
  'limit=50&q=is:overdue',
  'limit=50&q=is:open street:320302005',
  'limit=50&sort=newest',
];

const sizes = await openSizes({ small: SMALL, large: LARGE });
const { small, large } = sizes;

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
    row(
      `\`${query}\``,
      String(await small.buffers(pathOf(query))),
      String(await large.buffers(pathOf(query))),
    ),
  );

const http = await throughput(() => small.ask(pathOf('limit=50&q=is:open')));
const { sql, parameters } = await small.statementOf(pathOf('limit=50&q=is:open'));
const direct = await throughput(() => small.pool.query(sql, [...parameters]));
process.stdout.write(
  `\nList route ${http.toFixed(0)}/s, its SQL through pg ${direct.toFixed(0)}/s: ${(http / direct).toFixed(2)} x (at least 0.6)\n`,
);

await sizes.stop();

function pathOf(query: string): string {
  return `/v1/requests?${query}`;
}

/** Milliseconds from asking to the page parsed. */
async function timed(sized: Sized, query: string): Promise<number> {
  const startedMs = performance.now();
  const body = await sized.ask(pathOf(query));
  if (JSON.parse(body).items === undefined) throw new Error(body);
  return performance.now() - startedMs;
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
