import { failureOf } from './catch-failure.ts';
import type { Failure, Outcome } from './operation.ts';

/** Failures that every further item would meet as well: the rest is not tried. */
const HOPELESS: readonly string[] = [
  'unreachable',
  'unauthenticated',
  'session_ended',
  'certificate_refused',
  'proxy_failed',
  'not_a_platform',
  'interrupted',
];

/** One outcome per item, one after the other: the platform's order of changes is the order given. */
export async function* eachItem<T>(
  ids: readonly string[],
  act: (id: string) => Promise<T>,
): AsyncGenerator<Outcome<T>> {
  for (const [at, id] of ids.entries()) {
    try {
      yield { status: 'done', id, value: await act(id) };
    } catch (error) {
      const failure = failureOf(error);
      yield { status: 'failed', id, error: failure };
      if (!HOPELESS.includes(failure.kind)) continue;
      for (const rest of ids.slice(at + 1)) yield { status: 'failed', id: rest, error: notTried(failure) };
      return;
    }
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
