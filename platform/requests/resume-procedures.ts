import { max } from 'date-fns/max';
import type { Services } from '../http/environment.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import { applyAction } from './apply.ts';
import { takeByItself } from './by-itself.ts';

/** A special procedure ends with the day it was granted until, whether or not anybody says so: its clock runs again from then. Returns how many. */
export function resumeProcedures(services: Services): Promise<number> {
  return takeByItself(services, {
    job: 'procedure-ended',
    action: 'resume',
    phase: 'done',
    textZh: '特别程序所需时间已满,恢复计时(行政许可法第四十五条)',
    due: 'resume_at',
    where: (row) => row('state', '=', 'suspended'),
    effect: (before) => applyAction(before, 'resume', {}, endOf(before), services.calendar),
  });
}

/** Granted after its last day, it took no time. */
function endOf({ resume_at, open_pauses }: RequestRow): Date {
  const begun = open_pauses
    .filter(({ cause }) => cause === 'special_procedure')
    .map(({ from }) => new Date(from));
  return max(resume_at === null ? begun : [resume_at, ...begun]);
}
