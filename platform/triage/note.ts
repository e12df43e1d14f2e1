import type { Operator } from '../access/operator.ts';
import type { Actor } from '../audit/append.ts';
import { lockRequest } from '../requests/find.ts';
import { recordStep, stamp } from '../requests/record.ts';
import type { Writer } from '../store/database.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import { requireWorker } from './rights.ts';

/** An internal note: an entry on the timeline that is never public. It conflicts with nothing, so no version is asked for. */
export async function noteRequest(
  db: Writer,
  actor: Actor & { operator: Operator },
  no: string,
  text: string,
): Promise<RequestRow> {
  const before = await lockRequest(db, actor.operator, no);
  requireWorker(actor.operator, 'note on', no);
  const after = stamp(before, actor, 'note');
  await recordStep(db, actor, before, after, {
    action: 'note',
    phase: 'done',
    text,
    unit: null,
    public: false,
    event: 'request.changed',
  });
  return after;
}
