import { PlatformError } from '../platform-error.ts';
import { EmbeddedError } from '../store/embedded/errors.ts';

export interface Failure {
  kind: string;
  message: string;
  hint: string;
}

/** An expected failure in words; undefined for a bug, which is left to crash with its stack. */
export function failureOf(error: unknown): Failure | undefined {
  if (error instanceof PlatformError || error instanceof EmbeddedError) {
    return { kind: error.kind, message: error.message, hint: error.hint };
  }
  return undefined;
}

/** Runs a command for a person: a failure is two lines on standard error and exit code 1. */
export async function reporting(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    process.stderr.write(`${failure.message}\n${failure.hint}\n`);
    process.exitCode = 1;
  }
}
