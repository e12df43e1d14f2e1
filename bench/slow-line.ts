/** Typing over a slow line, emulated on both ways: node bench/slow-line.ts, after npm run build. */
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import { createEmulator } from '../test/terminal/real/emulator.ts';
import { startFullDesk } from './full-desk.ts';
import { median, row } from './pairs.ts';

const REQUESTS = 10_000;
const ROUND_TRIP_MS = 300;
const BYTES_PER_SECOND = 56_000 / 8;
const [COLUMNS, ROWS] = [80, 24];
const TYPED = 'state:in_progress is:open';
/** Longer than anything on the line. */
const PAUSE_MS = 700;
const DISTRICT = fileURLToPath(new URL('../dist/district.js', import.meta.url));

const desk = await startFullDesk(REQUESTS);
const emulator = createEmulator(COLUMNS, ROWS);
const program = spawn(process.execPath, [DISTRICT], {
  name: 'xterm-256color',
  cols: COLUMNS,
  rows: ROWS,
  env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm-256color', ...desk.env },
});
/** When the line will have sent all that was given to it. */
let freeAtMs = 0;
program.onData((data) => {
  const nowMs = performance.now();
  freeAtMs = Math.max(freeAtMs, nowMs) + (Buffer.byteLength(data) / BYTES_PER_SECOND) * 1000;
  setTimeout(() => void emulator.write(data), freeAtMs - nowMs + ROUND_TRIP_MS / 2);
});
const press = (keys: string) => setTimeout(() => program.write(keys), ROUND_TRIP_MS / 2);
emulator.onAnswer(press);

async function sees(wanted: string | RegExp): Promise<void> {
  const endMs = performance.now() + 30_000;
  while (!emulator.has(wanted)) {
    if (performance.now() > endMs) throw new Error(`never saw ${wanted}:\n${emulator.text()}`);
    await delay(1);
  }
}

try {
  await sees(/现在要办/);
  press('2');
  await sees(/^>.*GL/m);
  press('/');
  press('\x15');
  await sees(/筛选> *$/m);
  await delay(PAUSE_MS);
  const overRoundTripMs: number[] = [];
  for (let at = 0; at < TYPED.length; at += 1) {
    const sentMs = performance.now();
    press(TYPED[at] ?? '');
    await sees(`筛选> ${TYPED.slice(0, at + 1)}`.trimEnd());
    overRoundTripMs.push(performance.now() - sentMs - ROUND_TRIP_MS);
    await delay(PAUSE_MS);
  }
  process.stdout.write(row('over 56 kbit/s and 300 ms', 'measured', 'at most') + row('---', '---', '---'));
  process.stdout.write(
    row('a typed character seen, ms over one round trip, median', median(overRoundTripMs), '30'),
  );
  process.stdout.write(row('the same, slowest', Math.max(...overRoundTripMs), ''));
} finally {
  program.kill('SIGTERM');
  await desk.stop();
}
