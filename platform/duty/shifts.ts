import { wholeRegionCode } from '@district/contract/region-code.ts';
import type { Shift } from '@district/contract/types.ts';
import { districtOf, type Operator } from '../access/operator.ts';
import type { Actor } from '../audit/append.ts';
import { insertEvent } from '../events/append.ts';
import type { Reader, Writer } from '../store/database.ts';
import type { ShiftRow } from '../store/schema/duty.ts';

/** The shift of this person that runs at an instant: one that is over by the clock is none, though nobody has ended it yet. */
export async function shiftOf(
  db: Reader,
  operator: Pick<Operator, 'id' | 'region'>,
  now: Date,
): Promise<ShiftRow | undefined> {
  return db
    .selectFrom('shifts')
    .selectAll()
    .where('district', '=', districtOf(operator))
    .where('operator_id', '=', operator.id)
    .where('ended_at', 'is', null)
    .where('until', '>', now)
    .executeTakeFirst();
}

export function shiftFrom(row: ShiftRow, operator: Pick<Operator, 'id'>): Shift {
  return {
    id: row.id,
    district: row.district,
    operator: { id: row.operator_id, name: row.operator_name },
    mine: row.operator_id === operator.id,
    from: row.starts_at.toISOString(),
    until: row.until.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    ended: row.ended,
    to: row.to_name,
  };
}

/** Told to the whole district's centre: consoles show who is on duty. */
export async function tellOfDuty(
  db: Writer,
  actor: Actor,
  { district, id }: Pick<ShiftRow, 'district' | 'id'>,
  action: 'start' | 'handover' | 'over' | 'acknowledge',
): Promise<void> {
  const region = wholeRegionCode(district);
  await insertEvent(db, {
    district,
    at: actor.at,
    type: 'duty.changed',
    no: id,
    region,
    street: region,
    units: [],
    state: action === 'handover' || action === 'over' ? 'ended' : 'running',
    request_version: 0,
    action,
    by_name: actor.operator?.name ?? null,
    approval_id: null,
  });
}
