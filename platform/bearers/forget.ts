import { subHours } from 'date-fns/subHours';
import type { Services } from '../http/environment.ts';

/** Days after its end for which a session or token is told apart from one that never was: whoever comes back from leave still reads why. */
const KEPT_DAYS = 60;

/** Deletes what has long ended; the audit keeps that it was. */
export async function forgetBearers({ db, clock }: Services): Promise<void> {
  const before = subHours(clock.now(), KEPT_DAYS * 24);
  await db
    .deleteFrom('tokens')
    .where((where) => where.or([where('ended_at', '<', before), where('expires_at', '<', before)]))
    .execute();
}
