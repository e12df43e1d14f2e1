/** A program in a real terminal, watched as it writes: how many bytes, and when the last of them came. */
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { spawn } from '@lydell/node-pty';
import { createEmulator, type Emulator } from '../test/terminal/real/emulator.ts';

export const [COLUMNS, ROWS] = [120, 40] as const;

/** A screen on which nothing came for so long has been painted. */
const QUIET_MS = 150;
const GIVE_UP_MS = 60_000;

export interface WatchedProgram {
  pid: number;
  /** Bytes so far. */
  bytes(): number;
  /** When the last byte came, by performance.now(). */
  lastByteAtMs(): number;
  press(keys: string): void;
  quiet(): Promise<void>;
  sees(wanted: RegExp): Promise<void>;
  /** Without the emulator its work does not stand in the way of what is timed. */
  setEmulated(isEmulated: boolean): void;
  emulator: Emulator;
  stop(): Promise<void>;
}

export function watchProgram(
  argv: readonly [string, ...string[]],
  env: Readonly<Record<string, string>> = {},
): WatchedProgram {
  const [file, ...args] = argv;
  const emulator = createEmulator(COLUMNS, ROWS);
  const program = spawn(file, args, {
    name: 'xterm-256color',
    cols: COLUMNS,
    rows: ROWS,
    env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', TERM: 'xterm-256color', ...env },
  });
  let [bytes, lastByteAtMs, isEmulated] = [0, performance.now(), true];
  program.onData((data) => {
    lastByteAtMs = performance.now();
    bytes += Buffer.byteLength(data);
    if (isEmulated) void emulator.write(data);
  });
  emulator.onAnswer((answer) => program.write(answer));
  const exited = new Promise<void>((resolve) => void program.onExit(() => resolve()));
  return {
    pid: program.pid,
    bytes: () => bytes,
    lastByteAtMs: () => lastByteAtMs,
    press: (keys) => program.write(keys),
    async quiet() {
      await delay(QUIET_MS);
      while (performance.now() - lastByteAtMs < QUIET_MS) await delay(QUIET_MS / 4);
    },
    async sees(wanted) {
      const endMs = performance.now() + GIVE_UP_MS;
      while (!emulator.has(wanted)) {
        if (performance.now() > endMs) throw new Error(`never saw ${wanted}:\n${emulator.text()}`);
        await delay(20);
      }
    },
    setEmulated: (wanted) => {
      isEmulated = wanted;
    },
    emulator,
    async stop() {
      program.kill('SIGTERM');
      await exited;
    },
  };
}

/** Of /proc: a hundredth of a second, on every Linux for 20 years. */
const TICKS_PER_SECOND = 100;

/** Seconds of processor so far, the program's own and the kernel's for it. */
export function processorSeconds({ pid }: { pid: number }): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Megabytes of memory that are the program's right now. */
export function residentMegabytes({ pid }: { pid: number }): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** Bytes that one key brings, once all is quiet again; one entry a press. */
export async function bytesOfKeys(program: WatchedProgram, key: string, presses: number): Promise<number[]> {
  const all: number[] = [];
  for (let at = 0; at < presses; at += 1) {
    const before = program.bytes();
    program.press(key);
    await program.quiet();
    all.push(program.bytes() - before);
  }
  return all;
}

export interface HeldKey {
  /** From a key sent to the last byte that came before the next. */
  latenciesMs: number[];
  /** Keys after which nothing was painted. */
  unpainted: number;
  bytes: number;
}

/** A key held down: so many a second, each sent whether or not the one before was painted. */
export async function holdKey(
  program: WatchedProgram,
  key: string,
  presses: number,
  perSecond: number,
): Promise<HeldKey> {
  program.setEmulated(false);
  const startedMs = performance.now();
  const bytesBefore = program.bytes();
  const held: HeldKey = { latenciesMs: [], unpainted: 0, bytes: 0 };
  for (let at = 0; at < presses; at += 1) {
    const sentMs = performance.now();
    program.press(key);
    await delay(Math.max(0, startedMs + ((at + 1) * 1000) / perSecond - performance.now()));
    const lastMs = program.lastByteAtMs();
    if (lastMs > sentMs) held.latenciesMs.push(lastMs - sentMs);
    else held.unpainted += 1;
  }
  held.bytes = program.bytes() - bytesBefore;
  program.setEmulated(true);
  return held;
}
