import { AsyncLocalStorage } from 'node:async_hooks';
import {
  ATTEMPTS_AT_ONCE,
  ATTEMPTS_WAITING_MAX,
  HASHES_AT_ONCE,
  HASHES_WAITING_MAX,
  STRANGERS_AT_ONCE,
  SUSPECT_HASHES_AT_ONCE,
} from '../http/limits.ts';
import type { Database } from '../store/database.ts';
import type { Auth } from './auth.ts';
import { FamiliarAddresses } from './familiar-addresses.ts';
import { type Lane, LanedQueue } from './laned-queue.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { TurnedAway } from './turned-away.ts';

/** What signing in stands on; one of each process. */
export interface SignIn {
  /** Keys what is counted, signs cookies and forms, encrypts secrets of one-time codes. */
  secret: string;
  /** better-auth, loaded when somebody first signs in: a third of a second that a start does not pay. */
  auth(): Promise<Auth>;
  /**
   * Asks the database what is known of an attempt, in its turn: an address that somebody has signed in from goes first. Throws QueueFull
   * when too many wait, before anything was asked.
   */
  admit<T>(address: string, work: () => Promise<T>): Promise<T>;
  /** Who goes first there; told of each address that somebody gets in from. */
  familiar: FamiliarAddresses;
  /** Those for whom there was no room, while they wait to be told. */
  turnedAway: TurnedAway;
  /** Does what better-auth has to hash for in a lane of the queue. */
  inLane<T>(lane: Lane, address: string, work: () => Promise<T>): Promise<T>;
  /** Makes the passwords that are made when somebody first signs in. */
  prepare(): Promise<unknown>;
}

export function createSignIn(options: {
  db: Database;
  secret: string;
  prepare?: () => Promise<unknown>;
}): SignIn {
  const { db, secret, prepare = async () => undefined } = options;
  const queue = new LanedQueue({
    atOnce: HASHES_AT_ONCE,
    guessesAtOnce: SUSPECT_HASHES_AT_ONCE,
    waitingMax: HASHES_WAITING_MAX,
  });
  const entrance = new LanedQueue({
    atOnce: ATTEMPTS_AT_ONCE,
    guessesAtOnce: STRANGERS_AT_ONCE,
    waitingMax: ATTEMPTS_WAITING_MAX,
  });
  const familiar = new FamiliarAddresses(db);
  const lanes = new AsyncLocalStorage<{ lane: Lane; address: string }>();
  const queued = <T>(work: () => Promise<T>) => {
    const { lane, address } = lanes.getStore() ?? { lane: 'suspect', address: '' };
    return queue.run(lane, address, work);
  };
  let opening: Promise<Auth> | undefined;
  let preparing: Promise<unknown> | undefined;
  return {
    secret,
    familiar,
    turnedAway: new TurnedAway(),
    prepare: () => {
      preparing ??= prepare();
      return preparing;
    },
    admit: async (address, work) =>
      entrance.run((await familiar.has(address)) ? 'familiar' : 'unknown', address, work),
    inLane: (lane, address, work) => lanes.run({ lane, address }, work),
    auth: () => {
      opening ??= import('./auth.ts').then(({ openAuth }) =>
        openAuth({
          db,
          secret,
          hash: (password) => queued(() => hashPassword(password)),
          verify: (password, hash) => queued(() => verifyPassword(password, hash)),
        }),
      );
      return opening;
    },
  };
}
