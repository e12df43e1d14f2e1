import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Logger } from 'pino';
import { BEARER_CHANNEL } from '../access/bearers.ts';
import type { Database } from '../store/database.ts';
import { EVENT_CHANNEL } from './append.ts';
import type { EventCursor } from './cursor.ts';
import { latestCursor, readEvents, type StoredEvent } from './read.ts';

/** A wake-up can be lost (the listener reconnects): look this often anyway. */
const POLL_INTERVAL_MS = 1_000;
/** Between two reads: what fifty writes a second bring in the meantime goes to each of hundreds of readers at once. */
const REST_MS = 40;
/** Events that an older transaction holds back, which may be one that wakes nobody, are looked for again after a rest, then half as often each time. */
const HELD_RETRY_MS = REST_MS;

export type Subscriber = (event: StoredEvent) => void;

/** One reader of the event table for all consoles of this process. */
export interface EventHub {
  subscribe(subscriber: Subscriber): () => void;
  /** Told the id of each bearer that ends and each operator whose post changes, on any process of this database. */
  subscribeToBearers(subscriber: (id: string) => void): () => void;
  latest(): EventCursor;
  stop(): Promise<void>;
}

export async function startEventHub(db: Database, pool: pg.Pool, log: Logger): Promise<EventHub> {
  const subscribers = new Set<Subscriber>();
  const bearerSubscribers = new Set<(id: string) => void>();
  let cursor = await latestCursor(db);
  let stopped = false;
  let reading: Promise<void> | undefined;
  let again = false;
  let retry: NodeJS.Timeout | undefined;
  let heldRetryMs = HELD_RETRY_MS;
  let listener: pg.PoolClient | undefined;

  async function readAll(): Promise<void> {
    for (;;) {
      const { events, areSomeHeld } = await readEvents(db, cursor);
      for (const event of events) {
        cursor = event.cursor;
        for (const subscriber of subscribers) subscriber(event);
      }
      if (events.length > 0) heldRetryMs = HELD_RETRY_MS;
      if (areSomeHeld) return lookAgain();
      if (events.length === 0) return;
    }
  }

  function lookAgain(): void {
    if (retry || heldRetryMs >= POLL_INTERVAL_MS) return;
    retry = setTimeout(wakeAgain, heldRetryMs);
    heldRetryMs *= 2;
  }

  function wakeAgain(): void {
    retry = undefined;
    wake();
  }

  /** One read at a time, and a rest after it; a wake-up meanwhile makes one more. */
  function wake(): void {
    if (reading) {
      again = true;
      return;
    }
    reading = readAll()
      .catch((error: unknown) => log.warn({ err: error }, 'events could not be read; trying again'))
      .then(() => pause(REST_MS))
      .finally(() => {
        reading = undefined;
        if (again && !stopped) {
          again = false;
          wake();
        }
      });
  }

  async function listen(): Promise<void> {
    if (listener || stopped) return;
    const client = await pool.connect();
    const lost = () => {
      if (listener !== client) return;
      listener = undefined;
      client.release(true);
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ channel, payload = '' }) => {
      if (channel === EVENT_CHANNEL) wake();
      else for (const subscriber of bearerSubscribers) subscriber(payload);
    });
    listener = client;
    await client.query(`listen ${EVENT_CHANNEL}; listen ${BEARER_CHANNEL}`);
  }

  const poll = setInterval(() => {
    wake();
    listen().catch((error: unknown) => log.warn({ err: error }, 'cannot listen for events; polling'));
  }, POLL_INTERVAL_MS);
  await listen();

  return {
    subscribe(subscriber) {
      subscribers.add(subscriber);
      return () => subscribers.delete(subscriber);
    },
    subscribeToBearers(subscriber) {
      bearerSubscribers.add(subscriber);
      return () => bearerSubscribers.delete(subscriber);
    },
    latest: () => cursor,
    async stop() {
      stopped = true;
      clearInterval(poll);
      await reading;
      clearTimeout(retry);
      const client = listener;
      listener = undefined;
      client?.removeAllListeners('notification');
      client?.release(true);
    },
  };
}
