import type { HandedOver, HandOver } from '@district/contract/types.ts';
import { districtOf, type Operator } from '../access/operator.ts';
import type { Actor } from '../audit/append.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import type { Reader, Writer } from '../store/database.ts';
import type { ShiftRow } from '../store/schema/duty.ts';
import { endShift, nextOnDuty } from './end-shift.ts';
import { requireDuty } from './rights.ts';
import { shiftOf } from './shifts.ts';

/** Ends one's shift and leaves what is open to the next. */
export async function handOver(
  db: Writer,
  services: Services,
  actor: Actor & { operator: Operator },
  { to, notes = [] }: HandOver,
): Promise<HandedOver> {
  const { operator, at } = actor;
  const shift = await requireShift(db, operator, at);
  const name = to === undefined ? null : await nextOnDuty(db, districtOf(operator), to);
  return endShift(db, services, actor, operator, shift, { how: 'handed_over', at, to: name, notes });
}

/** The shift one is on, or the refusal that says how to begin one. */
export async function requireShift(db: Reader, operator: Operator, now: Date): Promise<ShiftRow> {
  requireDuty(operator);
  const shift = await shiftOf(db, operator, now);
  if (shift) return shift;
  throw new ProblemError(
    'not_on_duty',
    'You are not on duty, or your shift is over and was ended by the clock: begin with duty start.',
  );
}
