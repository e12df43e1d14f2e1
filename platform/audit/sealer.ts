import type { Logger } from 'pino';
import type { Database } from '../store/database.ts';
import { lookForUnsealed, readHorizon, sealBatch } from './seal.ts';

/** An entry waits half a pause on average; twice this leaves a second's promise room for the sealing itself. */
const PAUSE_MS = 400;

export interface Sealer {
  /** Seals what is there now; for whoever is about to read or leave. */
  seal(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Seals behind the writers. Each platform process runs one; whoever takes the lock seals, and when it dies another goes on.
 */
export function startSealer(db: Database, log: Logger): Sealer {
  let from: string | undefined;
  let stopped = false;
  let passing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function pass(): Promise<void> {
    from ??= await readHorizon(db);
    const { found, oldestRunning } = await lookForUnsealed(db, from);
    if (!found) {
      // Everything before the oldest transaction still running has been seen, and sealed by whoever holds the lock.
      from = oldestRunning;
      return;
    }
    while ((await sealBatch(db)) > 0);
  }

  /** One pass at a time. */
  function passOnce(): Promise<void> {
    passing ??= pass()
      .catch((error: unknown) => log.warn({ err: error }, 'the audit could not be sealed; trying again'))
      .finally(() => {
        passing = undefined;
      });
    return passing;
  }

  function next(): void {
    timer = setTimeout(() => void passOnce().then(() => stopped || next()), PAUSE_MS);
  }
  next();

  async function seal(): Promise<void> {
    await passing;
    await passOnce();
  }

  return {
    seal,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await seal();
    },
  };
}
