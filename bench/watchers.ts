/**
 * What others see of a write, and when: one console in a real terminal, then many at the event stream while many write:
 * node bench/watchers.ts [SECONDS [WATCHERS]], after npm run build. A minute and 200 watchers by default.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { EVENT_CHANNEL } from '../platform/events/append.ts';
import type { Client } from '../src/client/client.ts';
import { createClient } from '../src/client/create-client.ts';
import { type FullDesk, startFullDesk } from './full-desk.ts';
import { BENCH_TOKEN } from './many-requests.ts';
import { quantile, row } from './pairs.ts';
import type { Seen } from './stream-watchers.ts';
import { processorSeconds, residentMegabytes, type WatchedProgram } from './watched-program.ts';

const SECONDS = Number(process.argv[2] ?? 60);
const WATCHERS = Number(process.argv[3] ?? 200);
const REQUESTS = 2_000;
/** Requests that a screen shows without scrolling. */
const ON_SCREEN = 20;
/** Between two writes that are looked for on the screen: a person's, not a batch's. */
const PAUSE_MS = 500;
const LOOK_EVERY_MS = 2;
const GIVE_UP_MS = 10_000;
const WRITES_A_SECOND = 50;
/** Requests the writes go round among, so that each has many events whose order counts. */
const WRITTEN = 40;
const STREAM_WATCHERS = fileURLToPath(new URL('./stream-watchers.ts', import.meta.url));
/** What is still on its way when the last write was answered. */
const SETTLE_MS = 3_000;

const desk = await startFullDesk(REQUESTS);
const client = createClient({ url: desk.url, token: BENCH_TOKEN });
try {
  await watchScreen(desk);
  await watchStreams(desk);
} finally {
  await desk.stop();
}

/** Claims of requests on the screen, and their release, each until its row says so. */
async function watchScreen({ openList, connection }: FullDesk): Promise<void> {
  const list = await openList();
  const commits = new pg.Client(connection);
  await commits.connect();
  let committedMs = 0;
  commits.on('notification', () => {
    committedMs = performance.now();
  });
  await commits.query(`listen ${EVENT_CHANNEL}`);
  const { items } = await client.listRequests({ limit: ON_SCREEN });
  const tookMs: number[] = [];
  try {
    for (let at = 0; at < 2 * ON_SCREEN; at += 1) {
      const before = claimedOn(list);
      const no = items[at % items.length]?.no ?? '';
      await (at < items.length ? client.claim(no) : client.release(no));
      const endMs = performance.now() + GIVE_UP_MS;
      while (claimedOn(list) === before) {
        if (performance.now() > endMs) throw new Error(`no row tells of the claim:\n${list.emulator.text()}`);
        await delay(LOOK_EVERY_MS);
      }
      tookMs.push(list.lastByteAtMs() - committedMs);
      await delay(PAUSE_MS);
    }
  } finally {
    await commits.end();
    await list.stop();
  }
  process.stdout.write(row('a write of another on the list, from its commit', 'p50 ms', 'p95 ms', 'at most'));
  process.stdout.write(row('---', '---', '---', '---'));
  process.stdout.write(
    row(`${tookMs.length} claims and releases`, quantile(tookMs, 0.5), quantile(tookMs, 0.95), '250'),
  );
}

/** How many rows on the screen say that they are claimed. */
function claimedOn({ emulator }: WatchedProgram): number {
  return emulator.text().split('*王磊').length - 1;
}

/** Supervision at an even pace while all watch: what each of them was told, beside what was written. */
async function watchStreams({ url, platform }: FullDesk): Promise<void> {
  const watchers = fork(STREAM_WATCHERS, [url, BENCH_TOKEN, String(WATCHERS)]);
  await once(watchers, 'message');
  const [processorBefore, memoryBefore] = [processorSeconds(platform), residentMegabytes(platform)];
  const startedMs = performance.now();
  const written = await writeEvenly(client);
  const tookSeconds = (performance.now() - startedMs) / 1_000;
  const processor = processorSeconds(platform) - processorBefore;
  const memory = residentMegabytes(platform);
  await delay(SETTLE_MS);
  watchers.send('enough');
  const [seen] = (await once(watchers, 'message')) as [Seen];
  const { lagsMs } = seen;
  const write = (what: string, measured: string | number, most: string) =>
    process.stdout.write(row(what, measured, most));
  process.stdout.write(`\n${row(`${WATCHERS} watchers, ${written} writes`, 'measured', 'at most')}`);
  write('---', '---', '---');
  write('writes a second', written / tookSeconds, '');
  write('events missed, of all watchers', String(written * WATCHERS - seen.events), '0');
  write('told twice or out of order', String(seen.outOfOrder), '0');
  write('lag from the moment of the write, p50, ms', quantile(lagsMs, 0.5), '');
  write('the same, p95, ms', quantile(lagsMs, 0.95), '');
  write('the same, most, ms', quantile(lagsMs, 1), '');
  write('the platform, processor seconds a second', processor / tookSeconds, '');
  write('the watchers, all in one process, the same', seen.processorSeconds / tookSeconds, '');
  write(
    'the platform, memory before and after, MB',
    `${memoryBefore.toFixed(0)} and ${memory.toFixed(0)}`,
    '',
  );
}

async function writeEvenly({ act, listRequests }: Client): Promise<number> {
  const { items } = await listRequests({ limit: WRITTEN });
  const writes: Promise<unknown>[] = [];
  const startedMs = performance.now();
  for (let at = 0; at < SECONDS * WRITES_A_SECOND; at += 1) {
    await delay(Math.max(0, startedMs + (at * 1_000) / WRITES_A_SECOND - performance.now()));
    writes.push(act(items[at % items.length]?.no ?? '', 'supervise', { reason: '群众反映强烈' }));
  }
  await Promise.all(writes);
  return writes.length;
}
