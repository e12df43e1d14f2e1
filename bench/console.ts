/** Until a person sees something, in a real terminal: node bench/console.ts [RUNS], after npm run build. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import { median, row } from './pairs.ts';

const RUNS = Number(process.argv[2] ?? 7);
const DISTRICT = fileURLToPath(new URL('../dist/district.js', import.meta.url));
/** What only the painted screen shows: its own frame, and a number of a request. */
const FIRST_PAINT = /工作台/;
const LIST_SHOWN = /GL\d{6}-\d{4}/;
const GIVE_UP_MS = 60_000;

function environment(home: string): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !['CI', 'NO_COLOR'].includes(name) && !name.startsWith('DISTRICT_'),
  );
  return {
    ...(Object.fromEntries(kept) as Record<string, string>),
    HOME: home,
    TERM: 'xterm-256color',
    LANG: 'zh_CN.UTF-8',
  };
}

/** Milliseconds from start until each pattern is on the screen. */
function untilSeen(home: string, patterns: readonly RegExp[]): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const startedMs = performance.now();
    const console = spawn(process.execPath, [DISTRICT], { cols: 120, rows: 36, env: environment(home) });
    const giveUp = setTimeout(
      () => reject(new Error(`not seen: ${patterns.join(', ')}\n${text}`)),
      GIVE_UP_MS,
    );
    const seenMs: number[] = [];
    let text = '';
    console.onData((data) => {
      text += data;
      while (seenMs.length < patterns.length && patterns[seenMs.length]?.test(text))
        seenMs.push(performance.now() - startedMs);
      if (seenMs.length === patterns.length) console.write('q');
    });
    console.onExit(() => {
      clearTimeout(giveUp);
      resolve(seenMs);
    });
  });
}

function bareNodeMs(): number {
  const startedMs = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return performance.now() - startedMs;
}

const home = mkdtempSync(join(tmpdir(), 'district-bench-'));
const district = (...args: string[]) =>
  spawnSync(process.execPath, [DISTRICT, ...args], { env: environment(home) });

const [, fromNothingMs = Number.NaN] = await untilSeen(home, [FIRST_PAINT, LIST_SHOWN]);
const later: number[] = [];
for (let i = 0; i < RUNS; i += 1)
  later.push((await untilSeen(home, [FIRST_PAINT, LIST_SHOWN]))[1] ?? Number.NaN);

district('sandbox', 'up');
const paints: number[] = [];
const ratios: number[] = [];
for (let i = 0; i < RUNS; i += 1) {
  const [paintMs = Number.NaN] = await untilSeen(home, [FIRST_PAINT]);
  paints.push(paintMs);
  ratios.push(paintMs / bareNodeMs());
}
district('sandbox', 'down');
rmSync(home, { recursive: true, force: true });

process.stdout.write(row('what', 'measured', 'at most') + row('---', '---', '---'));
process.stdout.write(row('from nothing: list on screen, s', fromNothingMs / 1000, '6'));
process.stdout.write(row('later, the platform started anew: list on screen, s', median(later) / 1000, '2.5'));
process.stdout.write(row('first paint with a platform running, ms', median(paints), ''));
process.stdout.write(row('the same beside `node -e 0`', median(ratios), '6'));
