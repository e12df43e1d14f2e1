import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database } from '../store/database.ts';
import type { Auth } from './auth.ts';
import { HashingQueue, type Lane } from './hashing-queue.ts';
import { hashPassword, verifyPassword } from './passwords.ts';

/** What signing in stands on; one of each process. */
export interface SignIn {
  /** Keys what is counted, signs cookies and forms, encrypts secrets of one-time codes. */
  secret: string;
  /** better-auth, loaded when somebody first signs in: a third of a second that a start does not pay. */
  auth(): Promise<Auth>;
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
  const queue = new HashingQueue();
  const lanes = new AsyncLocalStorage<{ lane: Lane; address: string }>();
  const queued = <T>(work: () => Promise<T>) => {
    const { lane, address } = lanes.getStore() ?? { lane: 'suspect', address: '' };
    return queue.run(lane, address, work);
  };
  let opening: Promise<Auth> | undefined;
  let preparing: Promise<unknown> | undefined;
  return {
    secret,
    prepare: () => {
      preparing ??= prepare();
      return preparing;
    },
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
