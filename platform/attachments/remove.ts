import { type Operator, rightsOf } from '../access/operator.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import { ProblemError } from '../http/problem.ts';
import type { Writer } from '../store/database.ts';
import type { AttachmentRow } from '../store/schema/attachments.ts';
import { findAttachment, type Which } from './find.ts';

/** Takes an attachment away for good: whoever put it there may, and the centre. */
export async function removeAttachment(
  db: Writer,
  actor: Actor & { operator: Operator },
  which: Which,
): Promise<AttachmentRow> {
  const row = await findAttachment(db, actor.operator, which);
  if (row.operator_id !== actor.operator.id && !rightsOf(actor.operator).parties.includes('centre')) {
    throw new ProblemError(
      'forbidden',
      `${row.operator_name ?? 'The resident'} put it there: they or the centre may take it away.`,
      { reason: 'role' },
    );
  }
  await db.deleteFrom('attachments').where('district', '=', row.district).where('id', '=', row.id).execute();
  await appendAudit(db, actor, {
    district: row.district,
    action: 'requests.detach',
    object: which.no,
    before: { attachment: row.id, mediaType: row.media_type, sizeBytes: row.size_bytes },
  });
  return row;
}
