import type { Operator } from '../access/operator.ts';
import type { Actor } from '../audit/append.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import type { Writer } from '../store/database.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import { waitingSlipOf } from './find.ts';
import { heardAt } from './office-hours.ts';
import { slipOf } from './present.ts';
import { setWaiting } from './set-waiting.ts';
import { makeSlip } from './slip.ts';

/** A reminder of one request made outside office hours waits for them: tells until when. Undefined when the unit hears of it now. */
export async function holdReminder(
  db: Writer,
  { calendar, dictionaries }: Services,
  actor: Actor & { operator: Operator },
  request: RequestRow,
  remark: string | null,
): Promise<{ request: RequestRow; heldUntil: Date } | undefined> {
  const waiting = await waitingSlipOf(db, request);
  if (waiting && !request.urgent) {
    throw new ProblemError(
      'already_reminded',
      `${request.no}: a reminder by ${waiting.operator_name} waits until ${waiting.send_at.toISOString()}, when the office opens.`,
      { reminder: slipOf(waiting, dictionaries) },
    );
  }
  const sendAt = heardAt(actor.at, request.urgent, calendar);
  if (sendAt <= actor.at) return undefined;
  await makeSlip(db, actor, calendar, {
    unit: request.lead ?? '',
    requests: [request],
    grouped: false,
    urgent: false,
    remark,
    sendAt,
  });
  return { request: await setWaiting(db, actor, request, true), heldUntil: sendAt };
}
