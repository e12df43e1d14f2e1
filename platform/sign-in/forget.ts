import type { Services } from '../http/environment.ts';
import { ATTEMPT_LIMITS, FAMILIAR_DAYS } from '../http/limits.ts';

const LONGEST_MS = Math.max(...Object.values(ATTEMPT_LIMITS).map(({ forgetMs }) => forgetMs));
const DAY_MS = 24 * 60 * 60 * 1000;

/** Clears away what no longer holds: codes and sessions that have expired, failures and addresses of long ago. */
export async function forgetSignIns({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  // better-auth writes these by the machine's clock.
  const expired = new Date();
  for (const table of ['device_codes', 'sign_in_steps', 'page_sessions'] as const)
    await db.deleteFrom(table).where('expires_at', '<', expired).execute();
  const now = clock.now().valueOf();
  await db
    .deleteFrom('attempts')
    .where('last_at', '<', new Date(now - LONGEST_MS))
    .execute();
  await db
    .deleteFrom('familiar_addresses')
    .where('seen_at', '<', new Date(now - FAMILIAR_DAYS * DAY_MS))
    .execute();
}
