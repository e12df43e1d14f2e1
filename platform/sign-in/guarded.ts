import type { Services } from '../http/environment.ts';
import { countedAddress } from '../http/network.ts';
import { type Account, isFamiliar } from './accounts.ts';
import { countAttempt, forgive, type Subject, subjectOf, takeBack } from './attempts.ts';
import { type Lane, QueueFull } from './laned-queue.ts';
import type { Visitor } from './visitor.ts';

export type Guarded<T> =
  | { is: 'right'; value: T }
  | { is: 'wrong' }
  | { is: 'blocked'; until: Date }
  /** Too many are being checked: nothing was counted against anybody. Unless it was kept waiting, the connection is not to be kept either. */
  | { is: 'busy'; waited: boolean };

/**
 * One try at a secret of an account, known or not, within what address and account may still try. The address is looked at first:
 * whoever is blocked there cannot go on to block accounts. From an address that the owner has signed in from before, the account's
 * tries are counted apart, and a block of the address does not hold: neither strangers nor neighbours keep a person out.
 * @param find looks the account up, in its turn
 */
export async function guarded<T>(
  services: Services,
  { seen, gone }: Visitor,
  login: string,
  find: () => Promise<Account | undefined>,
  check: () => Promise<T | undefined>,
): Promise<Guarded<T>> {
  const { db, signIn } = services;
  const address = countedAddress(seen.address);
  const admitted = await signIn
    .admit(address, async () => admit(services, address, login, await find()))
    .catch(whenFull);
  if (admitted === FULL) return turnAway();
  if ('is' in admitted) return admitted;
  const { subjects, lane } = admitted;
  const value = await signIn.inLane(lane, address, check).catch(whenFull);
  if (value === FULL) {
    await takeAllBack(services, subjects);
    return turnAway();
  }
  if (value === undefined) return { is: 'wrong' };
  const [ofAccount, ofAddress] = subjects.toReversed();
  if (ofAddress) await takeBack(db, ofAddress);
  if (ofAccount) await forgive(db, [ofAccount]);
  return { is: 'right', value };

  async function turnAway() {
    return { is: 'busy', waited: await signIn.turnedAway.hold(gone) } as const;
  }
}

interface Admitted {
  subjects: readonly Subject[];
  lane: Lane;
}

/** Counts the attempt, as if it had failed, against all that it may fail by: the account's last. */
async function admit(
  { db, clock, signIn }: Services,
  address: string,
  login: string,
  account: Account | undefined,
): Promise<Admitted | { is: 'blocked'; until: Date }> {
  const now = clock.now();
  const familiar = account !== undefined && (await isFamiliar(db, account.operator, address));
  const subjects = familiar
    ? [subjectOf(signIn.secret, 'account_at', login, address)]
    : [subjectOf(signIn.secret, 'address', address), subjectOf(signIn.secret, 'account', login)];
  let failures = 0;
  for (const subject of subjects) {
    const counted = await countAttempt(db, subject, now);
    // Tries at a blocked account still count against the address.
    if (!counted.may) return { is: 'blocked', until: counted.until };
    failures = Math.max(failures, counted.failures - 1);
  }
  return { subjects, lane: familiar ? 'familiar' : failures > 0 ? 'suspect' : 'unknown' };
}

const FULL = Symbol('full');

function whenFull(error: unknown): typeof FULL {
  if (error instanceof QueueFull) return FULL;
  throw error;
}

async function takeAllBack({ db }: Services, subjects: readonly Subject[]): Promise<void> {
  for (const subject of subjects) await takeBack(db, subject);
}
