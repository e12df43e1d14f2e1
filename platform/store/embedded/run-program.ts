import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import type { Account } from './account.ts';
import { EmbeddedError, fromProgramOutput, systemCode } from './errors.ts';

interface ProgramResult {
  /** Exit status; -1 if a signal ended it. */
  status: number;
  /** Standard output and standard error, as they came. */
  output: string;
}

/** Nothing of the caller's environment: PG* variables, locales and preloaded libraries would change what runs. */
export const PLAIN_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', HOME: '/' };

export interface RunOptions {
  account?: Account | undefined;
  /** File descriptor for programs whose output is data. */
  stdout?: number;
}

/** Runs a program that must succeed; if it does not, throws an EmbeddedError with what it printed about `path`. */
export async function mustRun(
  command: string,
  args: string[],
  path: string,
  options: RunOptions = {},
): Promise<void> {
  const { status, output } = await runProgram(command, args, options);
  if (status !== 0) throw fromProgramOutput(basename(command), output, path);
}

/**
 * Runs a program to its end, as `account` if given, from `/` (the caller's directory may be closed to that account).
 * Throws only if it cannot be started.
 */
async function runProgram(command: string, args: string[], options: RunOptions): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: '/',
      env: PLAIN_ENVIRONMENT,
      stdio: ['ignore', options.stdout ?? 'pipe', 'pipe'],
      ...(options.account && { uid: options.account.uid, gid: options.account.gid }),
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => reject(systemCode(error) === 'ENOENT' ? cannotRun(command, error) : error));
    child.on('close', (code) => resolve({ status: code ?? -1, output }));
  });
}

function cannotRun(command: string, cause: Error): EmbeddedError {
  return new EmbeddedError(
    'no_binaries',
    `${command} cannot be run on this machine.`,
    'The embedded database needs Linux with glibc (not musl) and the usual sh, cp, chmod and tar. Otherwise set DATABASE_URL to a PostgreSQL server.',
    { cause },
  );
}
