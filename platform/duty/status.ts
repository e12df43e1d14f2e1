import { RECENT_SHIFTS_MAX } from '@district/contract/limits.ts';
import type { DutyStatus } from '@district/contract/types.ts';
import { sql } from 'kysely';
import { type Operator, rightsOf } from '../access/operator.ts';
import { districtScope } from '../access/scope.ts';
import type { Services } from '../http/environment.ts';
import { itemsWhere } from './items.ts';
import { openItems } from './open-items.ts';
import { readsDuty } from './rights.ts';
import { shiftFrom } from './shifts.ts';

/** Who is on duty in one's area; what was left to the next shift is for the centre alone. */
export async function dutyStatus(services: Services, operator: Operator): Promise<DutyStatus> {
  const { db, clock } = services;
  const now = clock.now();
  const scope = districtScope(operator.region, sql.ref('district'));
  const shifts = db.selectFrom('shifts').selectAll().where(scope);
  const [running, over, items] = await Promise.all([
    shifts
      .where('ended_at', 'is', null)
      .where('until', '>', now)
      .orderBy('starts_at')
      .orderBy('operator_name')
      .execute(),
    shifts
      .where((where) => where.or([where('ended_at', 'is not', null), where('until', '<=', now)]))
      .orderBy('starts_at', 'desc')
      .limit(RECENT_SHIFTS_MAX)
      .execute(),
    readsDuty(operator)
      ? itemsWhere(db, services, operator, now, sql<boolean>`${scope} and acknowledged_at is null`)
      : [],
  ]);
  const own = running.find((shift) => shift.operator_id === operator.id);
  const left = own ? await openItems(db, { district: own.district, operator: operator.id }, now) : undefined;
  const open: DutyStatus['open'] = {};
  for (const { reason } of left?.items ?? []) open[reason] = (open[reason] ?? 0) + 1;
  return {
    asOf: now.toISOString(),
    mayStart: rightsOf(operator).duty,
    shifts: running.map((row) => shiftFrom(row, operator)),
    recent: over.map((row) => shiftFrom(row, operator)),
    items,
    open,
  };
}
