import type { Services } from '../http/environment.ts';
import { applyAction } from './apply.ts';
import { REQUEST_COLUMNS } from './columns.ts';
import { recordStep, stamp } from './record.ts';

/** Requests taken in one run, so that a backlog does not hold its locks for long. */
const BATCH_SIZE = 100;

/** What the resident and the staff read on the timeline. */
const GROUND_ZH = '五个工作日内未告知补正,自收到申请材料之日起视为受理(行政许可法第三十二条)';

/**
 * Licensing that was neither accepted nor asked to be corrected in time counts as accepted from the day it was filed, and its clock runs
 * from there. Returns how many.
 */
export async function deemAccepted(services: Services): Promise<number> {
  const at = services.clock.now();
  const actor = { operator: null, address: null, requestId: 'deemed-acceptance', at };
  return services.db.transaction().execute(async (db) => {
    const late = await db
      .selectFrom('requests')
      .select(REQUEST_COLUMNS)
      .where('state', '=', 'submitted')
      .where('accept_by', '<=', at)
      .where('corrections', '=', 0)
      .orderBy('accept_by')
      .limit(BATCH_SIZE)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const before of late) {
      const accepted = applyAction(before, 'accept', {}, before.submitted_at, services.calendar);
      // Counting as accepted is not having spoken to anybody.
      const effect = { ...accepted, first_contact_at: before.first_contact_at };
      await recordStep(db, actor, before, stamp(effect, actor, 'accept'), {
        action: 'accept',
        phase: 'deemed',
        text: GROUND_ZH,
        unit: null,
        public: true,
        event: 'request.changed',
      });
    }
    return late.length;
  });
}
