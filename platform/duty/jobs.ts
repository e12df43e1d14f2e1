import type { Services } from '../http/environment.ts';
import { lapseExpiredClaims } from '../triage/lapse.ts';
import { endOverdueShifts } from './end-overdue.ts';

/** Shifts that nobody handed over end by themselves, then claims that have run out are told of, so that every console shows them free. */
export async function endByTheClock(services: Services): Promise<number> {
  const now = services.clock.now();
  return services.db.transaction().execute(async (db) => {
    const shifts = await endOverdueShifts(db, services, now);
    return shifts + (await lapseExpiredClaims(db, now));
  });
}
