import type { Services } from '../http/environment.ts';
import { countedAddress } from '../http/network.ts';
import { type Account, isFamiliar } from './accounts.ts';
import { countAttempt, forgive, type Subject, subjectOf, takeBack } from './attempts.ts';
import type { Asking } from './device-codes.ts';
import { type Lane, QueueFull } from './hashing-queue.ts';

export type Guarded<T> =
  | { is: 'right'; value: T }
  | { is: 'wrong' }
  | { is: 'blocked'; until: Date }
  /** Too many are being checked: nothing was counted against anybody. */
  | { is: 'busy' };

/**
 * One try at a secret of an account, known or not, within what address and account may still try. The address is looked at first:
 * whoever is blocked there cannot go on to block accounts. From an address that the owner has signed in from before, the account's
 * tries are counted apart, and a block of the address does not hold: neither strangers nor neighbours keep a person out.
 */
export async function guarded<T>(
  services: Services,
  { seen }: Asking,
  login: string,
  account: Account | undefined,
  check: () => Promise<T | undefined>,
): Promise<Guarded<T>> {
  const { db, clock, signIn } = services;
  const address = countedAddress(seen.address);
  const now = clock.now();
  const familiar = account !== undefined && (await isFamiliar(db, account.operator, address));
  const ofAddress = subjectOf(signIn.secret, 'address', address);
  const ofAccount = familiar
    ? subjectOf(signIn.secret, 'account_at', login, address)
    : subjectOf(signIn.secret, 'account', login);
  const subjects = familiar ? [ofAccount] : [ofAddress, ofAccount];
  let failures = 0;
  for (const subject of subjects) {
    const counted = await countAttempt(db, subject, now);
    // Tries at a blocked account still count against the address.
    if (!counted.may) return { is: 'blocked', until: counted.until };
    failures = Math.max(failures, counted.failures - 1);
  }
  const lane: Lane = familiar ? 'familiar' : failures > 0 ? 'suspect' : 'unknown';
  const value = await signIn.inLane(lane, address, check).catch(async (error: unknown) => {
    if (!(error instanceof QueueFull)) throw error;
    await takeAllBack(services, subjects);
    return 'busy' as const;
  });
  if (value === 'busy') return { is: 'busy' };
  if (value === undefined) return { is: 'wrong' };
  if (!familiar) await takeBack(db, ofAddress);
  await forgive(db, [ofAccount]);
  return { is: 'right', value };
}

async function takeAllBack({ db }: Services, subjects: readonly Subject[]): Promise<void> {
  for (const subject of subjects) await takeBack(db, subject);
}
