import type { HandedOver, HandOver } from '@district/contract/types.ts';
import type { ShiftEnd } from '@district/contract/vocabulary.ts';
import { sql } from 'kysely';
import { type Operator, operatorFrom, rightsOf } from '../access/operator.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import { noSuchRequest } from '../requests/find.ts';
import type { Reader, Writer } from '../store/database.ts';
import type { HandoverItemRow, ShiftRow } from '../store/schema/duty.ts';
import { uuidV7 } from '../store/uuid-v7.ts';
import { lapseClaimsOf } from '../triage/lapse.ts';
import { itemsWhere } from './items.ts';
import { openItems } from './open-items.ts';
import { shiftFrom, tellOfDuty } from './shifts.ts';

interface Ending {
  how: ShiftEnd;
  at: Date;
  to: string | null;
  notes: NonNullable<HandOver['notes']>;
}

/** Ends a shift: what is open and what was noted stays for the next, and the claims made on it end, so that none is orphaned. */
export async function endShift(
  db: Writer,
  services: Services,
  actor: Actor,
  operator: Operator,
  shift: ShiftRow,
  { how, at, to, notes }: Ending,
): Promise<HandedOver> {
  const { district, id } = shift;
  const { items, beyond } = await openItems(db, { district, operator: operator.id }, at);
  const noted = await notesBy(db, district, notes);
  const row = (item: Partial<HandoverItemRow>): HandoverItemRow => ({
    ...{ district, id: uuidV7(actor.at, Math.random), shift_id: id, reason: 'note', request_id: null },
    ...{ due_at: null, note: null, at, by_name: shift.operator_name },
    ...{ acknowledged_at: null, acknowledged_by: null },
    ...item,
  });
  const waiting = await waitingRequests(db, district);
  const fresh = items.filter(
    ({ reason, request_id }) =>
      // One's own is always told anew; what the district has anyway stands there once, until it is struck off.
      reason === 'claimed' || reason === 'snoozed' || noted.has(request_id) || !waiting.has(request_id),
  );
  const rows = fresh.map(({ reason, request_id, due_at }) => {
    const note = noted.get(request_id)?.join('\n') ?? null;
    noted.delete(request_id);
    return row({ reason, request_id, due_at, note });
  });
  for (const [request, texts] of noted)
    for (const note of texts) rows.push(row({ request_id: request === '' ? null : request, note }));
  const after: ShiftRow = { ...shift, ended_at: at, ended: how, to_name: to };
  await db
    .updateTable('shifts')
    .set({ ended_at: at, ended: how, to_name: to })
    .where('district', '=', district)
    .where('id', '=', id)
    .execute();
  if (rows.length > 0) await db.insertInto('handover_items').values(rows).execute();
  const lapsed = await lapseClaimsOf(db, actor, {
    district,
    operator: operator.id,
    // Whoever stayed on after the clock ended the shift may have claimed something since.
    upTo: how === 'by_time' ? actor.at : undefined,
  });
  await appendAudit(db, actor, {
    district,
    action: how === 'handed_over' ? 'duty.handover' : 'duty.over',
    object: id,
    after: { items: rows.length, lapsed: lapsed.length },
  });
  await tellOfDuty(db, actor, shift, how === 'handed_over' ? 'handover' : 'over');
  return {
    shift: shiftFrom(after, operator),
    items: await itemsWhere(
      db,
      services,
      operator,
      at,
      sql<boolean>`district = ${district} and shift_id = ${id}::uuid`,
    ),
    beyond,
    lapsed,
  };
}

/** Requests that an earlier shift left and nobody has struck off. */
async function waitingRequests(db: Reader, district: string): Promise<Set<string | null>> {
  const rows = await db
    .selectFrom('handover_items')
    .select('request_id')
    .where('district', '=', district)
    .where('acknowledged_at', 'is', null)
    .execute();
  return new Set(rows.map(({ request_id }) => request_id));
}

/** Notes by the id of their request, those of none under an empty one. */
async function notesBy(db: Reader, district: string, notes: Ending['notes']): Promise<Map<string, string[]>> {
  const by = new Map<string, string[]>();
  for (const { no, text } of notes) {
    const request =
      no === undefined
        ? { id: '' }
        : await db
            .selectFrom('requests')
            .select('id')
            .where('district', '=', district)
            .where('no', '=', no)
            .executeTakeFirst();
    if (!request) throw noSuchRequest(no ?? '');
    by.set(request.id, [...(by.get(request.id) ?? []), text]);
  }
  return by;
}

/** The name of whoever comes: somebody who may be on duty in the same district. */
export async function nextOnDuty(db: Reader, district: string, login: string): Promise<string> {
  const row = await db
    .selectFrom('operators')
    .selectAll()
    .where('district', '=', district)
    .where('login', '=', login.toLowerCase())
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (row && rightsOf(operatorFrom(row)).duty) return row.name;
  const message = `${login} keeps no duty here: give the login of a duty officer or an administrator of the district`;
  throw new ProblemError('invalid', `Not handed over: ${message}.`, { fields: [{ path: 'to', message }] });
}
