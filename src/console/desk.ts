import type { Operator } from '@district/contract/types.ts';
import type { QueryClient } from '@tanstack/react-query';
import type { Client } from '../client/client.ts';
import type { ShownCode } from '../session/device-sign-in.ts';
import type { Place } from '../session/place-in-use.ts';
import type { Settings } from '../session/setting-checks.ts';
import type { ConsoleStore } from './state.ts';

/** All that a key of the console can reach. */
export interface Desk {
  client: Client;
  /** Signs in again right here: yields the code the person types elsewhere, then the client is signed in as whom it returns. */
  reopen(): AsyncGenerator<ShownCode, Operator>;
  queries: QueryClient;
  store: ConsoleStore;
  clock: PlatformClock;
  /** The platform that is worked on, by name. */
  place: Place;
  /** The settings as the file holds them now: a command may just have changed them. */
  readSettings(): Settings;
  /** Whether half blocks take one cell each here, as far as is known. */
  halfBlocks: boolean;
  /** False where colour is not wanted (NO_COLOR). */
  colours: boolean;
  newIdempotencyKey(): string;
  /** Writes to the terminal past the painted frame: for what is not seen, such as the clipboard. */
  writeTerminal(sequence: string): void;
  exit(code: number): void;
}

/** The platform's time, since deadlines are reckoned by its clock and not by this machine's. */
export interface PlatformClock {
  nowMs(): number;
  /** Sets the clock by an instant the platform just gave. */
  setBy(instant: string): void;
}

export function createPlatformClock(store: ConsoleStore, localNowMs: () => number): PlatformClock {
  return {
    nowMs: () => localNowMs() + store.getState().aheadMs,
    setBy: (instant) => {
      const atMs = Date.parse(instant);
      if (!Number.isNaN(atMs)) store.setState({ aheadMs: atMs - localNowMs() });
    },
  };
}
