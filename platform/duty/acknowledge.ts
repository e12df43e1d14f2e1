import type { HandoverItem } from '@district/contract/types.ts';
import { sql } from 'kysely';
import { districtOf, type Operator } from '../access/operator.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import { lockRequest } from '../requests/find.ts';
import { isOpen } from '../requests/summary.ts';
import type { Writer } from '../store/database.ts';
import { claimLocked, claimRequest } from '../triage/claim.ts';
import { claimOf } from '../triage/claimed.ts';
import { requireShift } from './hand-over.ts';
import { itemsWhere } from './items.ts';
import { requireDuty } from './rights.ts';
import { tellOfDuty } from './shifts.ts';

type Taker = Actor & { operator: Operator };

/** Strikes one thing off; done again it stays as it was. With `take` its request is claimed in the same breath. */
export async function acknowledgeItem(
  db: Writer,
  services: Services,
  actor: Taker,
  id: string,
  take: boolean,
): Promise<HandoverItem> {
  const { operator, at } = actor;
  const district = districtOf(operator);
  const one = sql<boolean>`district = ${district} and id = ${id}::uuid`;
  requireDuty(operator);
  const [item] = await itemsWhere(db, services, operator, at, one);
  if (!item) throw new ProblemError('not_found', `Nothing was handed over as ${id} within your area.`);
  await requireShift(db, operator, at);
  if (take && item.request) await claimRequest(db, services, actor, item.request.no);
  await strike(db, actor, district, id);
  const [after = item] = await itemsWhere(db, services, operator, at, one);
  return after;
}

/** Takes over a request that the last shift had claimed; false where it is finished or somebody was quicker. */
export async function takeOver(
  db: Writer,
  services: Services,
  actor: Taker,
  { id, no }: { id: string; no: string },
): Promise<boolean> {
  const { operator, at } = actor;
  const request = await lockRequest(db, operator, no);
  if (!isOpen(request) || claimOf(request, operator, at)) return false;
  await claimLocked(db, services, actor, request);
  await strike(db, actor, districtOf(operator), id);
  return true;
}

async function strike(db: Writer, actor: Taker, district: string, id: string): Promise<void> {
  const struck = await db
    .updateTable('handover_items')
    .set({ acknowledged_at: actor.at, acknowledged_by: actor.operator.name })
    .where('district', '=', district)
    .where('id', '=', id)
    .where('acknowledged_at', 'is', null)
    .executeTakeFirst();
  if (struck.numUpdatedRows === 0n) return;
  await appendAudit(db, actor, { district, action: 'duty.acknowledge', object: id });
  await tellOfDuty(db, actor, { district, id }, 'acknowledge');
}
