import type { Client } from '../../client/client.ts';
import { ExpectedFailure, type Failure } from '../../command/operation.ts';

/** What a console knows of the session it works in. */
export interface SessionWatch {
  /** Why the session is over, or null while it lasts. */
  ended(): Failure | null;
  noteEnded(failure: Failure): void;
}

const OVER: readonly string[] = ['unauthenticated', 'session_ended'];

export function isOver(failure: Failure): boolean {
  return OVER.includes(failure.kind);
}

/**
 * The client of the moment, watched: it notes when the platform says the session is over, whatever was being asked, and from then on asks
 * nothing and fails the same way until somebody has signed in again.
 */
export function watchClient(current: () => Client, watch: SessionWatch): Client {
  const note = (error: unknown) => {
    if (error instanceof ExpectedFailure && isOver(error.failure)) watch.noteEnded(error.failure);
    return error;
  };
  return new Proxy({} as Client, {
    get: (_none, name) => {
      const target = current();
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        const ended = watch.ended();
        if (name === 'events')
          return watched(() => value.apply(target, given) as AsyncIterable<unknown>, ended, note);
        if (ended) return Promise.reject(new ExpectedFailure(ended));
        return (value.apply(target, given) as Promise<unknown>).catch((error: unknown) => {
          throw note(error);
        });
      };
    },
  });
}

async function* watched<T>(
  open: () => AsyncIterable<T>,
  ended: Failure | null,
  note: (error: unknown) => unknown,
): AsyncGenerator<T> {
  if (ended) throw new ExpectedFailure(ended);
  try {
    yield* open();
  } catch (error) {
    throw note(error);
  }
}
