import { failureOf } from '../catch-failure.ts';
import type { Failure, Outcome } from '../operation.ts';

/**
 * Items under way at once. Over a line of 300 ms a batch of 300 takes 23 seconds instead of 90, and one person's batch never holds more
 * than a few of a platform's connections.
 */
export const BATCH_AT_ONCE = 4;

/** Failures that every further item would meet as well: the rest is not tried. */
const HOPELESS: readonly string[] = [
  'unreachable',
  'unauthenticated',
  'session_ended',
  'certificate_refused',
  'proxy_failed',
  'not_a_platform',
  'interrupted',
  'cancelled',
  'journal_failed',
];

/** Failures of one item that may be those of all: as many in a row as are under way at once, and the rest is not tried. */
const DOUBTFUL: readonly string[] = [
  'outcome_unknown',
  'timed_out',
  'connection_lost',
  'not_ready',
  'unavailable',
  'rate_limited',
  'internal',
];

/** One outcome per item in the order given, a few being under way at once. */
export async function* eachItem<T>(
  ids: readonly string[],
  act: (id: string, at: number) => Promise<T>,
): AsyncGenerator<Outcome<T>> {
  const begun: Promise<Outcome<T>>[] = [];
  let hopeless: Failure | undefined;
  let doubts = 0;
  const begin = async (id: string, at: number): Promise<Outcome<T>> => {
    try {
      const value = await act(id, at);
      doubts = 0;
      return { status: 'done', id, value };
    } catch (error) {
      const failure = failureOf(error);
      doubts = DOUBTFUL.includes(failure.kind) ? doubts + 1 : 0;
      if (HOPELESS.includes(failure.kind) || doubts >= BATCH_AT_ONCE) hopeless ??= failure;
      return { status: 'failed', id, error: failure };
    }
  };
  try {
    for (const [at, id] of ids.entries()) {
      for (const next of ids.slice(begun.length, at + BATCH_AT_ONCE)) {
        if (hopeless !== undefined) break;
        const outcome = begin(next, begun.length);
        // A bug in one that is not waited for yet is thrown when its turn comes.
        outcome.catch(() => {});
        begun.push(outcome);
      }
      const outcome = begun[at];
      if (outcome !== undefined) yield await outcome;
      else if (hopeless !== undefined) yield { status: 'failed', id, error: notTried(hopeless) };
    }
  } finally {
    // Whoever leaves early leaves nothing behind that still writes.
    await Promise.allSettled(begun);
  }
}

/** What to do about it stands with the item that failed. */
function notTried({ message, exit }: Failure): Failure {
  return {
    kind: 'not_tried',
    message: { en: `Not tried. ${message.en}`, zh: `没有办理。${message.zh}` },
    exit,
  };
}
