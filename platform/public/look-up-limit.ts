import type { Context } from 'hono';
import type { Environment } from '../http/environment.ts';
import { countedAddress } from '../http/network.ts';
import { ProblemError } from '../http/problem.ts';
import { countAttempt, forgive, subjectOf, takeBack } from '../sign-in/attempts.ts';

/**
 * Four digits are guessed in ten thousand tries, so that they are counted, by address and by number; a number looked at with the right
 * digits is forgiven what strangers have tried.
 */
export async function limitLookUp<T>(
  c: Context<Environment>,
  no: string,
  lookUp: () => Promise<T>,
): Promise<T> {
  const { db, clock, signIn } = c.var.services;
  const ofAddress = subjectOf(signIn.secret, 'look_up_address', countedAddress(c.var.address));
  const ofNumber = subjectOf(signIn.secret, 'look_up_number', no);
  const now = clock.now();
  for (const subject of [ofAddress, ofNumber]) {
    const counted = await countAttempt(db, subject, now);
    if (counted.may) continue;
    const waitSeconds = Math.max(1, Math.ceil((counted.until.valueOf() - now.valueOf()) / 1000));
    c.header('Retry-After', String(waitSeconds));
    throw new ProblemError(
      'rate_limited',
      `Too many tries that did not fit together: wait ${waitSeconds} s, and check number and phone.`,
    );
  }
  const found = await lookUp();
  await takeBack(db, ofAddress);
  await forgive(db, [ofNumber]);
  return found;
}
