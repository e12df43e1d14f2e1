import {
  SHIFT_END_MINUTES,
  SHIFT_HOURS_DEFAULT,
  SHIFT_HOURS_MAX,
  SHIFT_MINUTES_MIN,
} from '@district/contract/limits.ts';
import type { StartDuty, StartedDuty } from '@district/contract/types.ts';
import { addHours } from 'date-fns/addHours';
import { addMinutes } from 'date-fns/addMinutes';
import { sql } from 'kysely';
import { districtOf, type Operator } from '../access/operator.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import type { Writer } from '../store/database.ts';
import type { ShiftRow } from '../store/schema/duty.ts';
import { uuidV7 } from '../store/uuid-v7.ts';
import { takeOver } from './acknowledge.ts';
import { endOverdueShifts } from './end-overdue.ts';
import { itemsWhere } from './items.ts';
import { requireDuty } from './rights.ts';
import { shiftFrom, tellOfDuty } from './shifts.ts';

/** Begins one's shift. Who is on it already is told until when, and is on it once. */
export async function startDuty(
  db: Writer,
  services: Services,
  actor: Actor & { operator: Operator },
  { until: wanted, take = false }: StartDuty,
): Promise<StartedDuty> {
  const { operator, at } = actor;
  requireDuty(operator);
  const district = districtOf(operator);
  const until = wanted === undefined ? defaultEnd(at) : new Date(wanted);
  checkEnd(until, at);
  // One's last may be over by the clock and not ended yet.
  await endOverdueShifts(db, services, at, { district, operator: operator.id });
  const shift: ShiftRow = {
    district,
    id: uuidV7(at, Math.random),
    operator_id: operator.id,
    operator_name: operator.name,
    starts_at: at,
    until,
    ended_at: null,
    ended: null,
    to_name: null,
  };
  const made = await db
    .insertInto('shifts')
    .values(shift)
    .onConflict((conflict) =>
      conflict.columns(['district', 'operator_id']).where('ended_at', 'is', null).doNothing(),
    )
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 0n)
    throw new ProblemError('already_on_duty', 'You are on duty already: hand over before you begin anew.');
  await appendAudit(db, actor, {
    district,
    action: 'duty.start',
    object: shift.id,
    after: { until: until.toISOString() },
  });
  await tellOfDuty(db, actor, shift, 'start');
  const open = sql<boolean>`district = ${district} and acknowledged_at is null`;
  const items = await itemsWhere(db, services, operator, at, open);
  const taken: string[] = [];
  if (take) {
    for (const { id, reason, request } of items) {
      if (reason !== 'claimed' || request === null) continue;
      if (await takeOver(db, services, actor, { id, no: request.no })) taken.push(request.no);
    }
  }
  return {
    shift: shiftFrom(shift, operator),
    taken,
    items: taken.length > 0 ? await itemsWhere(db, services, operator, at, open) : items,
  };
}

/** Twelve hours ahead, on the nearest half hour. */
function defaultEnd(at: Date): Date {
  const stepMs = SHIFT_END_MINUTES * 60_000;
  return new Date(Math.round(addHours(at, SHIFT_HOURS_DEFAULT).valueOf() / stepMs) * stepMs);
}

function checkEnd(until: Date, now: Date): void {
  const latest = addHours(now, SHIFT_HOURS_MAX);
  const message =
    until < addMinutes(now, SHIFT_MINUTES_MIN)
      ? `is less than ${SHIFT_MINUTES_MIN} minutes from now, ${now.toISOString()}: a shift is at least that long`
      : until > latest
        ? `is over ${SHIFT_HOURS_MAX} hours ahead, the most: ${latest.toISOString()} is the latest`
        : undefined;
  if (message === undefined) return;
  throw new ProblemError('invalid', `Not on duty: until ${message}.`, {
    fields: [{ path: 'until', message }],
  });
}
