/** Whole commands timed in turn, A B A B …, so that a machine whose speed drifts drifts for both. */
import { spawnSync } from 'node:child_process';

export interface Command {
  name: string;
  argv: readonly [string, ...string[]];
  env?: NodeJS.ProcessEnv;
}

export interface Paired {
  name: string;
  medianMs: number;
  /** Median of the ratios to the peer, pair by pair. */
  ratio: number;
}

/** Milliseconds from start to exit; throws when the command fails. */
function timeOnce({ argv: [file, ...args], env, name }: Command): number {
  const startedMs = performance.now();
  const { status, stderr } = spawnSync(file, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status !== 0) throw new Error(`${name} exited with ${status}: ${stderr}`);
  return performance.now() - startedMs;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

export function pairUp(command: Command, peer: Command, runs: number): Paired & { peerMs: number } {
  for (const warm of [command, peer]) timeOnce(warm);
  const times = Array.from({ length: runs }, () => [timeOnce(command), timeOnce(peer)] as const);
  return {
    name: command.name,
    medianMs: median(times.map(([own]) => own)),
    peerMs: median(times.map(([, other]) => other)),
    ratio: median(times.map(([own, other]) => own / other)),
  };
}

/** A row of a Markdown table. */
export function row(...cells: (string | number)[]): string {
  return `| ${cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(2) : cell)).join(' | ')} |\n`;
}
