import type { DistrictEvent } from '@district/contract/types.ts';
import { EventSourceParserStream } from 'eventsource-parser/stream';

/** Characters of one event at most; an event is under 500, so more means the other side is no platform. */
const EVENT_LENGTH_MAX = 64 * 1024;

/** The events of an SSE body, in order; an event whose data cannot be read ends the stream with an error. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<DistrictEvent> {
  const messages = body
    .pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>)
    .pipeThrough(new EventSourceParserStream({ maxBufferSize: EVENT_LENGTH_MAX }));
  for await (const { data } of messages) {
    // A message without data only says that the stream stands.
    if (data !== '') yield JSON.parse(data) as DistrictEvent;
  }
}
