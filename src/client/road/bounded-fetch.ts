import { ClientError } from '../client-error.ts';
import { answerTooLarge } from '../transport-failure.ts';
import type { Fetch } from './road.ts';

/** Bytes of one answer at most: the longest, a page of 200 requests, is a quarter of a megabyte. */
const ANSWER_SIZE_MAX_BYTES = 16 * 1024 * 1024;

/** A fetch whose answers end with an error when they grow beyond all measure. Event streams are bounded event by event. */
export function boundedFetch(fetch: Fetch, sizeMaxBytes = ANSWER_SIZE_MAX_BYTES): Fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const { body, headers, status, statusText } = response;
    if (body === null || /^text\/event-stream\b/.test(headers.get('content-type') ?? '')) return response;
    const { origin } = new URL(input instanceof Request ? input.url : input);
    if (Number(headers.get('content-length')) > sizeMaxBytes) {
      await body.cancel();
      throw new ClientError(answerTooLarge(origin, sizeMaxBytes));
    }
    let sizeBytes = 0;
    const counted = body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform: (chunk, controller) => {
          sizeBytes += chunk.byteLength;
          if (sizeBytes > sizeMaxBytes)
            controller.error(new ClientError(answerTooLarge(origin, sizeMaxBytes)));
          else controller.enqueue(chunk);
        },
      }),
    );
    return new Response(counted, { headers, status, statusText });
  };
}
