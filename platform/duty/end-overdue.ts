import { operatorFrom } from '../access/operator.ts';
import type { Services } from '../http/environment.ts';
import type { Writer } from '../store/database.ts';
import { endShift } from './end-shift.ts';

/** Shifts ended in one run: more than a city has people on duty. */
const SHIFTS_MAX = 200;

/** Ends the shifts that are over by the clock and that nobody handed over, as of the minute in which they were over. */
export async function endOverdueShifts(
  db: Writer,
  services: Services,
  now: Date,
  only?: { district: string; operator: string },
): Promise<number> {
  let overdue = db
    .selectFrom('shifts')
    .selectAll()
    .where('ended_at', 'is', null)
    .where('until', '<=', now)
    .orderBy('until')
    .limit(SHIFTS_MAX)
    .forUpdate()
    .skipLocked();
  if (only) overdue = overdue.where('district', '=', only.district).where('operator_id', '=', only.operator);
  const shifts = await overdue.execute();
  for (const shift of shifts) {
    const row = await db
      .selectFrom('operators')
      .selectAll()
      .where('id', '=', shift.operator_id)
      .executeTakeFirstOrThrow();
    const actor = { operator: null, address: null, requestId: 'duty', at: now };
    await endShift(db, services, actor, operatorFrom(row), shift, {
      how: 'by_time',
      at: shift.until,
      to: null,
      notes: [],
    });
  }
  return shifts.length;
}
