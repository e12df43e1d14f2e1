import type { EventType } from '@district/contract/vocabulary.ts';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { findBearer } from '../access/bearers.ts';
import { inScope } from '../access/scope.ts';
import { covers, mayEnter } from '../access/scopes.ts';
import type { Environment } from '../http/environment.ts';
import { EVENT_BUFFER_MAX, EVENT_HEARTBEAT_MS, EVENT_STREAMS_MAX } from '../http/limits.ts';
import { ProblemError } from '../http/problem.ts';
import { type EventCursor, formatCursor, parseCursor } from './cursor.ts';
import { readEvents, type StoredEvent } from './read.ts';

let openStreams = 0;

/** Server-sent events of the operator's scope, from a cursor or from now; what waits goes in one write, which is awaited, so a slow reader holds nobody up. */
export function streamEvents(c: Context<Environment>, after: string | undefined) {
  const { events, db, log, clock } = c.var.services;
  const from = after === undefined ? events.latest() : parseCursor(after);
  if (!from)
    throw new ProblemError(
      'cursor_invalid',
      'The event id is not one this platform gave: leave it out to begin from now.',
    );
  if (openStreams >= EVENT_STREAMS_MAX) {
    throw new ProblemError(
      'rate_limited',
      `More than ${EVENT_STREAMS_MAX} consoles wait for events: try again in a minute.`,
    );
  }
  c.header('X-Accel-Buffering', 'no');
  return streamSSE(c, async (stream) => {
    openStreams += 1;
    const queue: StoredEvent[] = [];
    let wake = () => undefined as void;
    const unsubscribe = events.subscribe((event) => {
      queue.push(event);
      wake();
    });
    let who: Pick<Environment['Variables'], 'operator' | 'bearer'> = c.var;
    let isDoubted = false;
    const unsubscribeFromBearers = events.subscribeToBearers((id) => {
      if (id !== who.bearer.id && id !== who.operator.id) return;
      isDoubted = true;
      wake();
    });
    stream.onAbort(() => wake());
    const isHeard = ({ place, event, onlyOperator }: StoredEvent) =>
      inScope(who.operator, place) &&
      mayHear(who, event.type) &&
      (onlyOperator === null || onlyOperator === who.operator.id);
    const send = async (batch: readonly StoredEvent[]) => {
      const heard = batch.filter(isHeard);
      if (heard.length > 0) await stream.write(heard.map(({ message }) => message).join(''));
    };
    try {
      // At once, so that a proxy and the reader know the stream stands; without data it sets the id to resume from and is no event.
      await stream.write(`: ready\nid: ${formatCursor(from)}\n\n`);
      let last = await sendBacklog(db, from, send, () => stream.aborted);
      while (!stream.aborted) {
        if (queue.length > EVENT_BUFFER_MAX) return;
        if (isDoubted) {
          isDoubted = false;
          const found = await findBearer(db, who.bearer.hash, clock.now());
          // The reader comes back, and is told why it may not.
          if (found.is !== 'live') return;
          who = found;
          continue;
        }
        if (queue.length > 0) {
          const fresh = queue.splice(0).filter(({ cursor }) => isAfter(cursor, last));
          last = fresh.at(-1)?.cursor ?? last;
          await send(fresh);
          continue;
        }
        const woken = await nextOrHeartbeat((resolve) => {
          wake = resolve;
        });
        if (woken || stream.aborted) continue;
        await stream.write(': \n\n');
        // An open stream counts as use, and ends with its session even where nobody told of that end.
        isDoubted = true;
      }
    } catch (error) {
      // Left to itself the library prints it past the log. The reader sees the end and resumes.
      log.warn({ id: c.var.requestId, err: error }, 'a stream of events broke');
    } finally {
      unsubscribe();
      unsubscribeFromBearers();
      openStreams -= 1;
    }
  });
}

/** What one may not read is not told of either. */
function mayHear(
  { operator, bearer }: Pick<Environment['Variables'], 'operator' | 'bearer'>,
  type: EventType,
): boolean {
  const scope = type.startsWith('notice.') ? 'notices:read' : 'requests:read';
  return covers(bearer, scope) && mayEnter(operator, scope);
}

type Send = (batch: readonly StoredEvent[]) => Promise<void>;

async function sendBacklog(
  db: Parameters<typeof readEvents>[0],
  from: EventCursor,
  send: Send,
  aborted: () => boolean,
) {
  let last = from;
  for (
    let { events } = await readEvents(db, last);
    events.length > 0 && !aborted();
    { events } = await readEvents(db, last)
  ) {
    last = events.at(-1)?.cursor ?? last;
    await send(events);
  }
  return last;
}

function isAfter(a: EventCursor, b: EventCursor): boolean {
  const [ax, bx] = [BigInt(a.xid), BigInt(b.xid)];
  return ax === bx ? BigInt(a.id) > BigInt(b.id) : ax > bx;
}

/**
 * True when woken by an event or the end, false after a heartbeat's time. Nothing of it outlives the wait: what hangs on a promise that
 * lasts as long as the stream would grow all day.
 */
function nextOrHeartbeat(onWake: (wake: () => void) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), EVENT_HEARTBEAT_MS);
    onWake(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
