import type { DistrictEvent } from '@district/contract/types.ts';
import { failureOf } from '../command/catch-failure.ts';
import type { Desk } from './desk.ts';
import { tellForm } from './form/changed-meanwhile.ts';
import { refreshAccounts, refreshDuty, refreshNotices, refreshProgress, refreshWork } from './queries.ts';
import { chooseScreen } from './screens.ts';
import { signedIn } from './sign-in/sign-in-again.ts';
import { isOver } from './sign-in/watched-client.ts';

/** Waits between attempts to find the platform again; the last one repeats. A restart takes one to three seconds. */
const BACKOFF_MS = [200, 400, 800, 1_500, 3_000, 5_000];
/** Events of one write come together; one refresh serves them all. */
const GATHER_MS = 20;
/** Between two refreshes: a batch of others writes for minutes, and nobody reads faster. */
const REST_MS = 250;

/** While a sandbox loads its data, how often to ask how far it is. */
const SEEDING_ASKED_MS = 1_000;

type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

const wait: Wait = (ms, signal) =>
  new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });

export function markGood(desk: Desk): void {
  desk.store.setState({ connection: { state: 'connected', lastGoodAtMs: desk.clock.nowMs() } });
}

export function markLost(desk: Desk): void {
  const { connection } = desk.store.getState();
  if (connection.state !== 'lost') desk.store.setState({ connection: { ...connection, state: 'lost' } });
}

/** Follows the platform's events until the signal aborts; finds it again whenever it goes away. Never throws for the road. */
export async function followEvents(
  desk: Desk,
  signal: AbortSignal,
  onEvent: (event: DistrictEvent) => void = () => {},
  pause: Wait = wait,
): Promise<void> {
  let after: string | undefined;
  let attempts = 0;
  let wasLost = false;
  while (!signal.aborted) {
    try {
      await greet(desk, signal, pause);
      if (wasLost) refreshAll(desk);
      wasLost = false;
      const refresh = gather(desk, signal, pause);
      for await (const event of desk.client.events(after === undefined ? { signal } : { after, signal })) {
        after = event.id;
        attempts = 0;
        markGood(desk);
        refresh(event);
        void tellForm(desk, event);
        onEvent(event);
      }
    } catch (error) {
      if (isOver(failureOf(error))) {
        await signedIn(desk, signal);
        attempts = 0;
        continue;
      }
      // A sandbox that was set up anew does not know the old event ids.
      if (failureOf(error).kind === 'cursor_invalid') after = undefined;
    }
    if (signal.aborted) return;
    wasLost = true;
    markLost(desk);
    await pause(BACKOFF_MS[Math.min(attempts, BACKOFF_MS.length - 1)] ?? 0, signal);
    attempts += 1;
  }
}

/** Asks who is there: sets the clock, and follows the loading of a sandbox's data until it is in. */
async function greet(desk: Desk, signal: AbortSignal, pause: Wait): Promise<void> {
  const { now, sandbox } = await desk.client.platform(signal);
  desk.clock.setBy(now);
  markGood(desk);
  void chooseScreen(desk).catch(() => undefined);
  if (sandbox && sandbox.seeded.done < sandbox.seeded.total) void followSeeding(desk, signal, pause);
}

async function followSeeding(desk: Desk, signal: AbortSignal, pause: Wait): Promise<void> {
  while (!signal.aborted) {
    const info = await desk.client.platform(signal).catch(() => undefined);
    const seeded = info?.sandbox?.seeded;
    const isLoading = seeded !== undefined && seeded.done < seeded.total;
    desk.store.setState({ seeding: isLoading ? seeded : null });
    if (!isLoading) break;
    await pause(SEEDING_ASKED_MS, signal);
  }
  if (!signal.aborted) refreshAll(desk);
}

function refreshAll({ queries }: Desk): void {
  void refreshWork(queries);
  void refreshNotices(queries);
  void refreshProgress(queries);
  void refreshAccounts(queries);
  void refreshDuty(queries);
}

function gather(desk: Desk, signal: AbortSignal, pause: Wait): (event: DistrictEvent) => void {
  let pending: DistrictEvent[] | undefined;
  let rested = Promise.resolve();
  return (event) => {
    if (pending) {
      pending.push(event);
      return;
    }
    const events = [event];
    pending = events;
    const gathered = rested.then(() => pause(GATHER_MS, signal));
    void gathered.then(() => {
      pending = undefined;
      if (signal.aborted) return;
      rested = pause(REST_MS, signal);
      // A notice being sent tells of its progress twenty times; the requests are not asked for anew each time.
      const isOf = (noun: string) => (event: DistrictEvent) => event.type.startsWith(`${noun}.`);
      const others = events.filter((event) => !isOf('notice')(event) && !isOf('duty')(event));
      if (events.some(isOf('notice'))) void refreshNotices(desk.queries);
      if (events.some(isOf('duty'))) void refreshDuty(desk.queries);
      if (others.length > 0) void refreshWork(desk.queries, onlyNumber(others));
    });
  };
}

/** The number all of these are about, or undefined when they are about several. */
function onlyNumber(events: readonly DistrictEvent[]): string | undefined {
  const numbers = new Set(events.map(({ no }) => no));
  return numbers.size === 1 ? events[0]?.no : undefined;
}
