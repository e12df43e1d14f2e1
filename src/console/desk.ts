import type { Operator } from '@district/contract/types.ts';
import type { QueryClient } from '@tanstack/react-query';
import type { Client } from '../client/client.ts';
import type { Journal } from '../journal/journal.ts';
import type { ShownCode } from '../session/device-sign-in.ts';
import type { Place } from '../session/place-in-use.ts';
import type { Settings } from '../session/setting-checks.ts';
import type { EditedOutside } from '../terminal/external-editor.ts';
import type { KeyChanges } from './keys/key-changes.ts';
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
  /** Keys that the person changed, as they were when the console was opened. */
  keyChanges: KeyChanges;
  /** Whether this terminal is known to give half blocks, and dots of Braille, one cell each. */
  fineMarks: boolean;
  /** Whether addresses may be links here. */
  links: boolean;
  /** Whether all of it is read aloud instead of looked at. */
  isReadAloud: boolean;
  /** False where colour is not wanted (NO_COLOR). */
  colours: boolean;
  newIdempotencyKey(): string;
  /** Asks the terminal to put a text on its clipboard; false where it is not asked. */
  copyToTerminal(text: string): boolean;
  /** Takes the mouse, or leaves it to the terminal. */
  setMouse(isOurs: boolean): void;
  exit(code: number): void;
  /** Where batches are written down before they are sent. */
  journal: Journal;
  /** Writes what is in the person's hands to the disk at once. */
  keepWork(): void;
  /** Keeps a line that was entered for the next time the console is opened. */
  keepLine(kind: 'filterLines' | 'paletteLines', line: string): void;
  /** Gives the terminal to the person's own editor with a text. */
  editOutside(text: string): Promise<EditedOutside>;
  /** Gives the terminal back to the shell until `fg`. */
  stopJob(): void;
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
