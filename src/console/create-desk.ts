import { randomUUID } from 'node:crypto';
import type { Operator } from '@district/contract/types.ts';
import type { Client } from '../client/client.ts';
import { failureOf } from '../command/catch-failure.ts';
import { isOfTheRoad } from '../command/road-failure.ts';
import type { Language } from '../i18n/translate.ts';
import type { Journal } from '../journal/journal.ts';
import type { ShownCode } from '../session/device-sign-in.ts';
import type { Place } from '../session/place-in-use.ts';
import type { Settings } from '../session/setting-checks.ts';
import { complain } from './complain.ts';
import { createPlatformClock, type Desk } from './desk.ts';
import { failureText } from './failure.ts';
import type { KeyChanges } from './keys/key-changes.ts';
import { markGood, markLost } from './live.ts';
import { createQueries } from './queries.ts';
import { forgetWhenLeft } from './reveal.ts';
import { noteEnded } from './sign-in/sign-in-again.ts';
import { isOver, watchClient } from './sign-in/watched-client.ts';
import { createConsoleStore } from './state.ts';

export interface DeskOptions {
  client: Client;
  /** How one signs in again; the client it returns is the one that is used from then on. */
  reopen: () => AsyncGenerator<ShownCode, { client: Client; me: Operator }>;
  place: Place;
  readSettings?: () => Settings;
  keyChanges?: KeyChanges;
  language: Language;
  colours: boolean;
  fineMarks?: boolean;
  links?: boolean;
  isReadAloud?: boolean;
  window: { columns: number; rows: number };
  copyToTerminal: Desk['copyToTerminal'];
  setMouse?: Desk['setMouse'];
  exit(code: number): void;
  stopJob(): void;
  editOutside: Desk['editOutside'];
  keepLine?: Desk['keepLine'];
  journal: Journal;
  keepWork?: Desk['keepWork'];
  /** Milliseconds since the epoch by this machine's clock. */
  localNowMs?: () => number;
}

/** Puts together what a console works with, before anything is asked or painted. */
export function createDesk(options: DeskOptions): Desk {
  const {
    place,
    readSettings = () => ({}),
    keyChanges = {},
    colours,
    fineMarks = false,
    links = false,
    isReadAloud = false,
    copyToTerminal,
    setMouse = () => {},
    exit,
    stopJob,
    editOutside,
    keepLine = () => {},
    journal,
    keepWork = () => {},
    localNowMs = Date.now,
  } = options;
  const store = createConsoleStore(options.language, options.window);
  forgetWhenLeft(store);
  const queries = createQueries(
    () => markGood(desk),
    (error) => sayReadFailed(desk, error),
  );
  let { client } = options;
  const desk: Desk = {
    client: watchClient(() => client, {
      ended: () => store.getState().signIn?.why ?? null,
      noteEnded: (failure) => noteEnded(desk, failure),
    }),
    reopen: async function* () {
      const reopened = yield* options.reopen();
      client = reopened.client;
      return reopened.me;
    },
    queries,
    store,
    clock: createPlatformClock(store, localNowMs),
    place,
    readSettings,
    keyChanges,
    colours,
    fineMarks,
    links,
    isReadAloud,
    newIdempotencyKey: randomUUID,
    copyToTerminal,
    setMouse,
    exit,
    stopJob,
    editOutside,
    keepLine,
    journal,
    keepWork,
  };
  return desk;
}

/** A road that failed shows in the header, a session that is over has a panel of its own; anything else is a sentence, since waiting will not cure it. */
function sayReadFailed(desk: Desk, error: unknown): void {
  const failure = failureOf(error);
  if (isOver(failure)) return;
  if (isOfTheRoad(failure)) {
    markLost(desk);
    return;
  }
  // What is not for one's role has its screen closed; it need not be said of each read.
  if (failure.kind === 'forbidden') return;
  const { language } = desk.store.getState();
  complain(desk, failureText(failure, language));
}
