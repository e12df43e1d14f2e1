import { setTimeout as pause } from 'node:timers/promises';
import type { DistrictEvent } from '@district/contract/types.ts';
import { failureOf } from './catch-failure.ts';
import type { OperationContext } from './operation.ts';
import { isOfTheRoad } from './road-failure.ts';

/** Waits between attempts to find the platform again; the last one repeats. */
const BACKOFF_MS = [500, 1_000, 2_000, 5_000];

export interface FollowOptions {
  /** Each time the stream stands. */
  onOpen?: () => void;
  /** Goes on from now where the platform no longer knows the event to go on from; else that is a failure. */
  startsAnew?: true;
}

/** Every event once and in order, from an id or from now, until the signal aborts; a platform that goes away is found again. */
export async function* followEvents(
  { client: open, signal, say, language }: OperationContext,
  from?: string,
  { onOpen, startsAnew }: FollowOptions = {},
): AsyncGenerator<DistrictEvent> {
  const client = await open();
  let after = from;
  for (let attempts = 0; !signal.aborted; attempts += 1) {
    const stands = () => {
      attempts = 0;
      onOpen?.();
    };
    try {
      for await (const event of client.events({
        signal,
        onOpen: stands,
        ...(after !== undefined && { after }),
      })) {
        after = event.id;
        yield event;
      }
    } catch (error) {
      if (signal.aborted) return;
      const failure = failureOf(error);
      if (startsAnew && failure.kind === 'cursor_invalid') after = undefined;
      else if (isOfTheRoad(failure)) say(failure.message[language]);
      else throw error;
    }
    await pause(BACKOFF_MS[Math.min(attempts, BACKOFF_MS.length - 1)], undefined, { signal }).catch(() => {});
  }
}
