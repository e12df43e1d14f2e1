import { SNOOZE_HOURS_MAX } from '@district/contract/limits.ts';
import type { Snooze } from '@district/contract/types.ts';
import { addHours } from 'date-fns/addHours';
import type { Operator } from '../access/operator.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import { appendEvent } from '../events/append.ts';
import { ProblemError } from '../http/problem.ts';
import { lockRequest } from '../requests/find.ts';
import type { Writer } from '../store/database.ts';
import { requireCentre } from './rights.ts';

type Worker = Actor & { operator: Operator };

/** Puts a request off in the queue of whoever asks, and of nobody else; `null` has it back at once. */
export async function snoozeRequest(
  db: Writer,
  actor: Worker,
  no: string,
  until: Date | null,
): Promise<Snooze> {
  const action = until === null ? 'wake' : 'snooze';
  const request = await lockRequest(db, actor.operator, no);
  requireCentre(actor.operator, action, no);
  if (until !== null) checkUntil(until, actor.at);
  const key = { district: request.district, operator_id: actor.operator.id, request_id: request.id };
  if (until === null) {
    await db
      .deleteFrom('snoozes')
      .where('district', '=', key.district)
      .where('operator_id', '=', key.operator_id)
      .where('request_id', '=', key.request_id)
      .execute();
  } else {
    await db
      .insertInto('snoozes')
      .values({ ...key, at: actor.at, until })
      .onConflict((conflict) =>
        conflict.columns(['district', 'operator_id', 'request_id']).doUpdateSet({ at: actor.at, until }),
      )
      .execute();
  }
  await appendAudit(db, actor, {
    district: request.district,
    action: `requests.${action}`,
    object: no,
    after: { until: until?.toISOString() ?? null },
  });
  await appendEvent(db, {
    type: 'request.changed',
    request,
    previousLead: request.lead,
    at: actor.at,
    action,
    by: actor.operator.name,
    approvalId: null,
    onlyOperator: actor.operator.id,
  });
  return { no, until: until?.toISOString() ?? null };
}

function checkUntil(until: Date, now: Date): void {
  const latest = addHours(now, SNOOZE_HOURS_MAX);
  const message =
    until <= now
      ? `lies in the past; it is ${now.toISOString()} now`
      : until > latest
        ? `is over ${SNOOZE_HOURS_MAX} hours ahead, the most: ${latest.toISOString()} is the latest`
        : undefined;
  if (message === undefined) return;
  throw new ProblemError('invalid', `Not put off: until ${message}.`, {
    fields: [{ path: 'until', message }],
  });
}
