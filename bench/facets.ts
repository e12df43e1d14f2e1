/** Counts by facet, and lists by Chinese words, at two sizes: node bench/facets.ts [LARGE], after npm run build. LARGE is 1,000,000 by default. */
import { quantile, row } from './pairs.ts';
import { openSizes, type Sized } from './sizes.ts';

const SMALL = 10_000;
const LARGE = Number(process.argv[2] ?? 1_000_000);
const SAMPLES = 200;
const FACETS = ['', 'is:open', 'is:overdue', 'is:open street:320302005', 'to:agency:urban_management'].map(
  (q) => `/v1/requests/facets?q=${q}`,
);
const INDEXED = '/v1/requests?limit=50&q=is:open';
/** Of a hundred requests 98 have 路灯, 2 have 电梯 and 老人, 0.4 have 噪音 and 扰民, 0.001 have 井盖 and 塌陷; none has both 路灯 and 电梯. */
const WORDS = [
  '电梯',
  '路灯',
  '噪音',
  '井盖',
  '"电梯 老人"',
  '电梯 老人',
  '噪音 扰民',
  '井盖 路灯',
  '井盖 塌陷',
  '电梯 路灯',
  'is:open 电梯',
  'is:open 井盖',
  '电梯,路灯',
].map((q) => `/v1/requests?limit=50&q=${q}`);

const sizes = await openSizes({ small: SMALL, large: LARGE });
const { small, large } = sizes;

process.stdout.write(`Counts by facet at ${SMALL} and ${LARGE} requests, milliseconds over HTTP.\n\n`);
process.stdout.write(
  row('counts', 'p50 small', 'p50 large', 'p50 ratio', 'p99 small', 'p99 large', 'p99 ratio'),
);
process.stdout.write(row(...Array.from({ length: 7 }, () => '---')));
for (const path of FACETS) {
  const [a, b] = [[], []] as [number[], number[]];
  for (let i = 0; i < SAMPLES; i += 1) {
    a.push(await timed(small, path));
    b.push(await timed(large, path));
  }
  const [a50, a99, b50, b99] = [quantile(a, 0.5), quantile(a, 0.99), quantile(b, 0.5), quantile(b, 0.99)];
  process.stdout.write(row(`\`${path}\``, a50, b50, b50 / a50, a99, b99, b99 / a99));
}

process.stdout.write(`\n${row('counts', 'buffers small', 'buffers large')}${row('---', '---', '---')}`);
for (const path of FACETS)
  process.stdout.write(
    row(`\`${path}\``, String(await small.buffers(path)), String(await large.buffers(path))),
  );

const indexed = quantile(await samples(large, INDEXED), 0.95);
process.stdout.write(`\nFirst pages by words at ${LARGE}; \`${INDEXED}\` p95 ${indexed.toFixed(2)} ms.\n\n`);
process.stdout.write(row('list', 'p50', 'p95', 'times the indexed'));
process.stdout.write(row('---', '---', '---', '---'));
for (const path of WORDS) {
  const ms = await samples(large, path);
  process.stdout.write(
    row(`\`${path}\``, quantile(ms, 0.5), quantile(ms, 0.95), quantile(ms, 0.95) / indexed),
  );
}
await sizes.stop();

async function samples(sized: Sized, path: string): Promise<number[]> {
  const ms: number[] = [];
  for (let i = 0; i < SAMPLES; i += 1) ms.push(await timed(sized, path));
  return ms;
}

async function timed(sized: Sized, path: string): Promise<number> {
  const startedMs = performance.now();
  const body = JSON.parse(await sized.ask(path));
  if (body.items === undefined && body.facets === undefined) throw new Error(JSON.stringify(body));
  return performance.now() - startedMs;
}
