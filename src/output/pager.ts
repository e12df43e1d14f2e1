import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cellWidth } from './cell-width.ts';
import type { Sink, Streams } from './streams.ts';

/** How a shell says that it could not start a program. */
const NOT_STARTED: readonly unknown[] = [126, 127];
/** The prompt that comes back after the text, and the line that was typed before it. */
const PROMPT_LINES = 2;

/** Runs what prints, and shows what it printed through the pager when it is longer than the window. */
export async function runPaged(
  streams: Streams,
  pager: string,
  environment: NodeJS.ProcessEnv,
  run: (sink: Sink) => Promise<number>,
): Promise<number> {
  const lines: string[] = [];
  const exit = await run({ ...streams, out: (line) => void lines.push(line) });
  const { width = 1, height = 0 } = streams;
  const rows = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(cellWidth(line) / width)), 0);
  const isLong = rows > height - PROMPT_LINES;
  if (!isLong || !(await showPaged(lines, pager, environment))) for (const line of lines) streams.out(line);
  return exit;
}

/** Waits until the person leaves the pager. False when there is no such program. */
async function showPaged(
  lines: readonly string[],
  pager: string,
  environment: NodeJS.ProcessEnv,
): Promise<boolean> {
  // Ctrl-C belongs to the pager while it is open.
  const before = process.listeners('SIGINT');
  process.removeAllListeners('SIGINT').on('SIGINT', () => {});
  const child = spawn('sh', ['-c', pager], {
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { LESSCHARSET: 'utf-8', ...environment },
  });
  // Whoever leaves the pager at the first page has seen what they wanted.
  child.stdin.on('error', () => {});
  child.stdin.end(`${lines.join('\n')}\n`);
  const [code] = await once(child, 'exit');
  process.removeAllListeners('SIGINT');
  for (const listener of before) process.on('SIGINT', listener as () => void);
  return !NOT_STARTED.includes(code);
}
