import { randomUUID } from 'node:crypto';
import type { Client } from '../client/client.ts';
import { failureOf } from '../command/catch-failure.ts';
import type { Language } from '../i18n/translate.ts';
import type { Settings } from '../session/setting-checks.ts';
import { createPlatformClock, type Desk } from './desk.ts';
import { failureText, isOfTheRoad } from './failure.ts';
import type { KeyChanges } from './keys/key-changes.ts';
import { markGood, markLost } from './live.ts';
import { createQueries } from './queries.ts';
import { forgetWhenLeft } from './reveal.ts';
import { createConsoleStore } from './state.ts';

export interface DeskOptions {
  client: Client;
  contextName: string;
  readSettings?: () => Settings;
  keyChanges?: KeyChanges;
  language: Language;
  colours: boolean;
  window: { columns: number; rows: number };
  copyToTerminal: Desk['copyToTerminal'];
  setMouse?: Desk['setMouse'];
  exit(code: number): void;
  stopJob(): void;
  editOutside: Desk['editOutside'];
  keepLine?: Desk['keepLine'];
  /** Milliseconds since the epoch by this machine's clock. */
  localNowMs?: () => number;
}

/** Puts together what a console works with, before anything is asked or painted. */
export function createDesk(options: DeskOptions): Desk {
  const {
    client,
    contextName,
    readSettings = () => ({}),
    keyChanges = {},
    colours,
    copyToTerminal,
    setMouse = () => {},
    exit,
    stopJob,
    editOutside,
    keepLine = () => {},
    localNowMs = Date.now,
  } = options;
  const store = createConsoleStore(options.language, options.window);
  forgetWhenLeft(store);
  const queries = createQueries(
    () => markGood(desk),
    (error) => sayReadFailed(desk, error),
  );
  const desk: Desk = {
    client,
    queries,
    store,
    clock: createPlatformClock(store, localNowMs),
    contextName,
    readSettings,
    keyChanges,
    colours,
    newIdempotencyKey: randomUUID,
    copyToTerminal,
    setMouse,
    exit,
    stopJob,
    editOutside,
    keepLine,
  };
  return desk;
}

/** A road that failed shows in the header; anything else is a sentence, since waiting will not cure it. */
function sayReadFailed(desk: Desk, error: unknown): void {
  const failure = failureOf(error);
  if (isOfTheRoad(failure)) {
    markLost(desk);
    return;
  }
  const { language } = desk.store.getState();
  desk.store.setState({ notice: { text: failureText(failure, language), tone: 'bad' } });
}
