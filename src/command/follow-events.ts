import { setTimeout as pause } from 'node:timers/promises';
import type { DistrictEvent } from '@district/contract/types.ts';
import { failureOf } from './catch-failure.ts';
import type { OperationContext } from './operation.ts';

/** Waits between attempts to find the platform again; the last one repeats. */
const BACKOFF_MS = [500, 1_000, 2_000, 5_000];
const ROAD_KINDS: readonly string[] = ['unreachable', 'connection_lost', 'timed_out', 'unavailable'];

/** Every event once and in order, from an id or from now, until the signal aborts; a platform that goes away is found again. */
export async function* followEvents(
  { client: open, signal, say, language }: OperationContext,
  from: string | undefined,
): AsyncGenerator<DistrictEvent> {
  const client = await open();
  let after = from;
  for (let attempts = 0; !signal.aborted; attempts += 1) {
    try {
      for await (const event of client.events({ signal, ...(after !== undefined && { after }) })) {
        after = event.id;
        attempts = 0;
        yield event;
      }
    } catch (error) {
      if (signal.aborted) return;
      const { kind, message } = failureOf(error);
      if (!ROAD_KINDS.includes(kind)) throw error;
      say(message[language]);
    }
    await pause(BACKOFF_MS[Math.min(attempts, BACKOFF_MS.length - 1)], undefined, { signal }).catch(() => {});
  }
}
