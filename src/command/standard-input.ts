import { text as readAll } from 'node:stream/consumers';
import { interrupted } from '../client/transport-failure.ts';
import { ExpectedFailure } from './operation.ts';

/** All of standard input; an interruption ends the wait for a person who is still typing. */
export async function readStandardInput(signal: AbortSignal): Promise<string> {
  const giveUp = () => process.stdin.destroy();
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    return await readAll(process.stdin);
  } catch (error) {
    if (signal.aborted) throw new ExpectedFailure(interrupted(), { cause: error });
    throw error;
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}
