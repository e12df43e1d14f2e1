import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../dist/district.js', import.meta.url));

export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  env?: Record<string, string>;
  stdin?: string;
  /** Called once with the running process, for tests that interrupt it. */
  started?: (child: ChildProcess) => void;
}

/** A home of its own: what one test signs in to, no other sees. */
export function makeHome(): { env: Record<string, string>; remove: () => void } {
  const home = mkdtempSync(join(tmpdir(), 'district-home-'));
  return {
    env: {
      HOME: home,
      DISTRICT_CONFIG_DIR: join(home, 'config'),
      XDG_STATE_HOME: join(home, 'state'),
      DISTRICT_DATA_HOME: join(home, 'data'),
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** Runs the built program without a terminal, in English unless told. */
export function runDistrict(
  args: readonly string[],
  { env = {}, stdin = '', started }: RunOptions = {},
): Promise<Run> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { PATH: process.env['PATH'] ?? '', DISTRICT_LANG: 'en', ...env },
    stdio: 'pipe',
  });
  started?.(child);
  // A command that needs no input may be gone before it is given any.
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  const run: Run = { code: null, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (run.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (run.stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ ...run, code: signal === 'SIGINT' ? 130 : code }));
  });
}
