import type { Actor } from '../audit/append.ts';
import { appendEvent } from '../events/append.ts';
import type { Writer } from '../store/database.ts';
import type { RequestRow } from '../store/schema/requests.ts';

/** Keeps with a request whether a reminder of it waits that can be taken back, and tells the others' consoles. It makes no version. */
export async function setWaiting(
  db: Writer,
  actor: Actor,
  request: RequestRow,
  waits: boolean,
): Promise<RequestRow> {
  await db
    .updateTable('requests')
    .set({ reminder_to_undo: waits })
    .where('district', '=', request.district)
    .where('id', '=', request.id)
    .execute();
  const after = { ...request, reminder_to_undo: waits };
  await appendEvent(db, {
    type: 'request.changed',
    request: after,
    previousLead: request.lead,
    at: actor.at,
    action: waits ? 'hold_reminder' : 'take_reminder_back',
    by: actor.operator?.name ?? null,
    approvalId: null,
  });
  return after;
}
