import type { DistrictEvent } from '@district/contract/types.ts';
import { EventSourceParserStream } from 'eventsource-parser/stream';

/** Characters of one event at most; an event is under 500, so more means the other side is no platform. */
const EVENT_LENGTH_MAX = 64 * 1024;

/**
 * The events of an SSE body, in order, until it ends or one of `signals` aborts; an event whose data cannot be read ends it with an error.
 * The signals are listened to here: those that fetch was given are combined, and a combined signal may be collected as garbage while
 * the stream stands, after which nothing ends it.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  signals: readonly AbortSignal[],
): AsyncGenerator<DistrictEvent> {
  const messages = body
    .pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>)
    .pipeThrough(new EventSourceParserStream({ maxBufferSize: EVENT_LENGTH_MAX }))
    .getReader();
  const leave = () => void messages.cancel().catch(() => undefined);
  for (const signal of signals) signal.addEventListener('abort', leave);
  try {
    if (signals.some((signal) => signal.aborted)) return;
    for (let read = await messages.read(); !read.done; read = await messages.read()) {
      // A message without data only says that the stream stands.
      if (read.value.data !== '') yield JSON.parse(read.value.data) as DistrictEvent;
    }
  } finally {
    for (const signal of signals) signal.removeEventListener('abort', leave);
    leave();
  }
}
