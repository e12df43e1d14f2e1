import { ATTACHMENT_SIZE_BYTES_MAX, ATTACHMENTS_MAX } from '@district/contract/limits.ts';
import type { AddAttachment } from '@district/contract/types.ts';
import { ATTACHMENT_TYPES, type AttachmentType } from '@district/contract/vocabulary.ts';
import { type Operator, rightsOf } from '../access/operator.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import { maskNumbers } from '../privacy/mask.ts';
import { lockRequest } from '../requests/find.ts';
import type { Writer } from '../store/database.ts';
import type { AttachmentRow } from '../store/schema/attachments.ts';
import { uuidV7 } from '../store/uuid-v7.ts';
import { isNamedLike, kindOf } from './kind-of.ts';
import { placeOf } from './place-of.ts';

/** Puts a file with a request, sealed. What it is decides its content; a name that says something else is refused. */
export async function addAttachment(
  db: Writer,
  { keys }: Pick<Services, 'keys'>,
  actor: Actor & { operator: Operator },
  no: string,
  { name, content }: AddAttachment,
): Promise<AttachmentRow> {
  const request = await lockRequest(db, actor.operator, no);
  const { parties, creates } = rightsOf(actor.operator);
  if (parties.length === 0 && !creates) {
    throw new ProblemError(
      'forbidden',
      `Your role may not put anything with ${no}: whoever works on it does.`,
      {
        reason: 'role',
      },
    );
  }
  const bytes = Buffer.from(content, 'base64');
  const kind = checkContent(name, bytes);
  const { count } = await db
    .selectFrom('attachments')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('district', '=', request.district)
    .where('request_id', '=', request.id)
    .executeTakeFirstOrThrow();
  if (count >= ATTACHMENTS_MAX)
    throw refused('content', `${no} has ${ATTACHMENTS_MAX} attachments already; take one away first`);
  const key = keys.current();
  const row: AttachmentRow = {
    district: request.district,
    id: uuidV7(actor.at, Math.random),
    request_id: request.id,
    name: maskNumbers(name),
    media_type: kind,
    size_bytes: bytes.length,
    at: actor.at,
    operator_id: actor.operator.id,
    operator_name: actor.operator.name,
    key_id: key.id,
  };
  await db
    .insertInto('attachments')
    .values({ ...row, content: key.seal(content, placeOf(row)) })
    .execute();
  await appendAudit(db, actor, {
    district: request.district,
    action: 'requests.attach',
    object: no,
    after: { attachment: row.id, mediaType: kind, sizeBytes: bytes.length },
  });
  return row;
}

function checkContent(name: string, bytes: Buffer): AttachmentType {
  if (bytes.length > ATTACHMENT_SIZE_BYTES_MAX)
    throw refused(
      'content',
      `it has ${bytes.length} bytes and ${ATTACHMENT_SIZE_BYTES_MAX} are taken: make the picture smaller`,
    );
  const kind = kindOf(bytes);
  if (kind === undefined) {
    const endings = Object.values(ATTACHMENT_TYPES).flat().join(', ');
    throw refused('content', `its content is none of ${endings}, or carries a macro`);
  }
  if (!isNamedLike(name, kind))
    throw refused(
      'name',
      `its content is ${kind}, whatever its name says: call it .${ATTACHMENT_TYPES[kind][0]}`,
    );
  return kind;
}

function refused(path: string, message: string): ProblemError {
  return new ProblemError('invalid', `Not attached: ${message}.`, { fields: [{ path, message }] });
}
