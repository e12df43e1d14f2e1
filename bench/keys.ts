/** What a key costs on the wire and in time, beside less, tig and htop: node bench/keys.ts, after npm run build. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startFullDesk } from './full-desk.ts';
import { median, quantile, row } from './pairs.ts';
import {
  bytesOfKeys,
  COLUMNS,
  holdKey,
  processorSeconds,
  ROWS,
  residentMegabytes,
  type WatchedProgram,
  watchProgram,
} from './watched-program.ts';

const REQUESTS = 100_000;
const PRESSES = 25;
/** More than fit a screen, so that the cursor stands at the last row. */
const TO_THE_BOTTOM = ROWS + 5;
const PER_SECOND = 30;
const HELD_PRESSES = 600;
const PREVIEWS = 8;
const PAGES_WALKED = 40;
const [HOME, END, PAGE_UP, PAGE_DOWN] = ['\x1b[H', '\x1b[F', '\x1b[5~', '\x1b[6~'];

const desk = await startFullDesk(REQUESTS);
const write = (...cells: (string | number)[]) => process.stdout.write(row(...cells));
try {
  const list = await desk.openList();
  list.press('p');
  await list.quiet();
  writeFileSync(join(desk.home, 'rows.txt'), await rowsOf(list));

  write('bytes a key, median', 'cursor in view', 'scrolling a row', 'at most');
  write('---', '---', '---', '---');
  write('district', ...(await inViewAndScrolling(list, 'j')), '60 · 260');
  const page = join(desk.home, 'rows.txt');
  await peer('less', ['-S', page], 'j');
  await peer('tig', [page], 'j', `exec tig < ${page}`);
  await peer('htop', ['-d', '600'], '\x1b[B');

  write('what', 'measured', 'at most');
  write('---', '---', '---');
  const processorBefore = processorSeconds(list);
  const held = await holdKey(list, 'j', HELD_PRESSES, PER_SECOND);
  const processor = processorSeconds(list) - processorBefore;
  write(
    `a key held, ${PER_SECOND} a second: to the last byte, p95, ms`,
    quantile(held.latenciesMs, 0.95),
    '16',
  );
  write('the same, median, ms', median(held.latenciesMs), '');
  write(`of ${HELD_PRESSES} keys not painted`, String(held.unpainted), '0');
  write('processor a key, ms', (processor * 1000) / HELD_PRESSES, '');
  write('bytes a key', held.bytes / HELD_PRESSES, '');
  await memoryOfEnds(list);
  await list.stop();

  const previewed = await desk.openList();
  const settled: number[] = [];
  for (let at = 0; at < PREVIEWS; at += 1) {
    const repeated = await holdKey(previewed, 'j', 3, PER_SECOND);
    const before = previewed.bytes();
    await previewed.quiet();
    await previewed.quiet();
    settled.push(previewed.bytes() - before);
    if (at === 0) write('a key beside a preview, bytes', repeated.bytes / 3, '');
  }
  write('a settled preview, bytes, median', String(median(settled)), '1536');
  write('the same, largest', String(Math.max(...settled)), '');
  await previewed.stop();
} finally {
  await desk.stop();
}

/** From the first row to the last and back, with some pages walked at both ends. */
async function memoryOfEnds(list: WatchedProgram): Promise<void> {
  const pressedMs = performance.now();
  list.press(END);
  await list.sees(/倒数第1行/);
  write('to the last row of all, until painted, ms', performance.now() - pressedMs, '');
  for (const page of [PAGE_UP, PAGE_DOWN]) {
    for (let at = 0; at < PAGES_WALKED; at += 1) {
      list.press(page);
      await list.quiet();
    }
    list.press(HOME);
    await list.quiet();
  }
  write(`memory at ${REQUESTS.toLocaleString('en')} rows, MB`, residentMegabytes(list), '160');
}

async function inViewAndScrolling(program: WatchedProgram, key: string): Promise<string[]> {
  const inView = await bytesOfKeys(program, key, PRESSES);
  for (let at = 0; at < TO_THE_BOTTOM; at += 1) program.press(key);
  await program.quiet();
  const scrolling = await bytesOfKeys(program, key, PRESSES);
  return [String(median(inView)), String(median(scrolling))];
}

async function peer(name: string, args: string[], key: string, script?: string): Promise<void> {
  if (spawnSync('which', [name]).status !== 0) return;
  const program = script
    ? watchProgram(['/bin/sh', '-c', script], { HOME: desk.home })
    : watchProgram([name, ...args], { HOME: desk.home });
  await program.quiet();
  await program.quiet();
  write(name, ...(await inViewAndScrolling(program, key)), '');
  await program.stop();
}

/** The rows of the list as a text that a pager can show: as painted, and as many as fill some screens. */
async function rowsOf(list: WatchedProgram): Promise<string> {
  const rows: string[] = [];
  for (let page = 0; page < 12; page += 1) {
    rows.push(
      ...list.emulator
        .text()
        .split('\n')
        .filter((line) => /GL\d/.test(line)),
    );
    list.press(PAGE_DOWN);
    await list.quiet();
  }
  list.press(HOME);
  await list.quiet();
  return rows.map((line) => ` ${line.slice(1, COLUMNS)}\n`).join('');
}
