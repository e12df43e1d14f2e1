import type { Services } from '../http/environment.ts';
import { applyAction } from './apply.ts';
import { takeByItself } from './by-itself.ts';

/**
 * Licensing that was neither accepted nor asked to be corrected in time counts as accepted from the day it was filed, and its clock runs
 * from there. Returns how many.
 */
export function deemAccepted(services: Services): Promise<number> {
  return takeByItself(services, {
    job: 'deemed-acceptance',
    action: 'accept',
    phase: 'deemed',
    textZh: '五个工作日内未告知补正,自收到申请材料之日起视为受理(行政许可法第三十二条)',
    due: 'accept_by',
    where: (row) => row.and([row('state', '=', 'submitted'), row('corrections', '=', 0)]),
    effect: (before) => ({
      ...applyAction(before, 'accept', {}, before.submitted_at, services.calendar),
      // Counting as accepted is not having spoken to anybody.
      first_contact_at: before.first_contact_at,
    }),
  });
}
