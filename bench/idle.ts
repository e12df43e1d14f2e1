/** A console that nobody touches, and what it holds: node bench/idle.ts, after npm run build. */
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { startFullDesk } from './full-desk.ts';
import { row } from './pairs.ts';
import { holdKey, processorSeconds, type WatchedProgram } from './watched-program.ts';

const REQUESTS = 100_000;
const IDLE_MS = 60_000;
/** After the first paint, until what was put off, such as the compiled code's cache, has been done. */
const SETTLE_MS = 10_000;
const [HELD_PRESSES, PER_SECOND] = [900, 30];

function megabytes({ pid }: WatchedProgram, name: 'VmRSS' | 'VmHWM'): number {
  const match = new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(match?.[1]) / 1024;
}

const desk = await startFullDesk(REQUESTS);
try {
  const list = await desk.openList();
  await delay(SETTLE_MS);
  const [bytesBefore, processorBefore] = [list.bytes(), processorSeconds(list)];
  await delay(IDLE_MS);
  const [bytes, processor] = [list.bytes() - bytesBefore, processorSeconds(list) - processorBefore];
  const opened = megabytes(list, 'VmRSS');
  await holdKey(list, 'j', HELD_PRESSES, PER_SECOND);
  await list.quiet();
  process.stdout.write(row('what', 'measured', 'at most') + row('---', '---', '---'));
  process.stdout.write(row('60 s of nothing changing, bytes', String(bytes), '0'));
  process.stdout.write(row('the same, processor, s', processor, '0.05'));
  process.stdout.write(row(`memory at ${REQUESTS} requests, opened, MB`, opened, '160'));
  process.stdout.write(
    row(`after a walk through ${HELD_PRESSES} of them, MB`, megabytes(list, 'VmRSS'), '160'),
  );
  process.stdout.write(row('the most it ever was, MB', megabytes(list, 'VmHWM'), ''));
  await list.stop();
} finally {
  await desk.stop();
}
