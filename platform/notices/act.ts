import type { NoticeAction } from '@district/contract/notice-transitions.ts';
import type { CurrentState } from '@district/contract/types.ts';
import type { Operator } from '../access/operator.ts';
import type { Actor } from '../audit/append.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import type { Writer } from '../store/database.ts';
import type { NoticeRow } from '../store/schema/notices.ts';
import { submitNotice } from './create.ts';
import { queueForDistrict } from './duplicates.ts';
import { recordNoticeStep, stepped } from './record.ts';
import { whyClosed } from './rules.ts';
import { noticeScope } from './scope.ts';

export function noSuchNotice(no: string): ProblemError {
  return new ProblemError('not_found', `There is no notice ${no} within your area: check the number.`);
}

/** Takes an action of the table on a notice. */
export async function actOnNotice(
  db: Writer,
  services: Services,
  actor: Actor & { operator: Operator },
  { no, action, reason, version }: NoticeWish,
): Promise<NoticeRow> {
  const before = await lockNotice(db, actor.operator, no);
  const closed = whyClosed(action, before, actor.operator);
  if (closed?.code === 'transition_closed')
    throw new ProblemError(closed.code, closed.message, {
      ...closed.extension,
      current: await currentState(db, before),
    });
  if (closed) throw closed;
  if (version !== 'any' && version !== before.version) {
    const current = await currentState(db, before);
    const sentence = `${no} was changed in between: look at it again, then decide.`;
    throw new ProblemError('version_mismatch', sentence, { current });
  }
  if (action === 'refuse' && reason === undefined) {
    throw new ProblemError('invalid', 'Say why it is refused: its author has to know what to change.', {
      fields: [{ path: 'reason', message: 'needed' }],
    });
  }
  if (action === 'submit') return submitNotice(db, services, actor, before);
  const after: NoticeRow = {
    ...stepped(before, action),
    ...(action === 'approve' && { approver_name: actor.operator.name }),
  };
  if (action === 'recall') await cancelQueued(db, before, actor.at);
  await recordNoticeStep(db, services.dictionaries, actor, { before, after, action, text: reason ?? null });
  return after;
}

export interface NoticeWish {
  no: string;
  action: NoticeAction;
  reason: string | undefined;
  version: number | 'any';
}

/** The notice locked for a change, behind whoever writes notices of its district: the same order everywhere. */
async function lockNotice(db: Writer, operator: Operator, no: string): Promise<NoticeRow> {
  const found = await db
    .selectFrom('notices')
    .select(['district', 'id'])
    .where('no', '=', no)
    .where(noticeScope(operator))
    .executeTakeFirst();
  if (!found) throw noSuchNotice(no);
  await queueForDistrict(db, found.district);
  return db
    .selectFrom('notices')
    .selectAll()
    .where('district', '=', found.district)
    .where('id', '=', found.id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** What it is now and who made it so, for those who lost a race. */
async function currentState(db: Writer, { district, id, state, version }: NoticeRow): Promise<CurrentState> {
  const step = await db
    .selectFrom('notice_steps')
    .select(['at', 'by_name', 'action'])
    .where('district', '=', district)
    .where('notice_id', '=', id)
    .where('seq', '=', version)
    .executeTakeFirstOrThrow();
  return {
    state,
    version,
    changedBy: step.by_name,
    changedAt: step.at.toISOString(),
    lastAction: step.action,
  };
}

/** What has not reached anybody yet never will; what has shows as recalled, since an inbox reads the notice's state. */
async function cancelQueued(db: Writer, { district, id }: NoticeRow, at: Date): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ state: 'cancelled', at })
    .where('district', '=', district)
    .where('notice_id', '=', id)
    .where('state', '=', 'queued')
    .execute();
}
