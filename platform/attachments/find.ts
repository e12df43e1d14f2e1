import type { Operator } from '../access/operator.ts';
import { requestScope } from '../access/scope.ts';
import { ProblemError } from '../http/problem.ts';
import type { Reader } from '../store/database.ts';
import type { AttachmentRow, AttachmentsTable } from '../store/schema/attachments.ts';
import { ATTACHMENT_COLUMNS } from './present.ts';

export interface Which {
  no: string;
  attachment: string;
}

/** An attachment of a request within the operator's scope, without its content; 404 where either is not there. */
export async function findAttachment(db: Reader, operator: Operator, which: Which): Promise<AttachmentRow> {
  const row = await within(db, operator, which)
    .select(ATTACHMENT_COLUMNS.map((column) => `attachments.${column}` as const))
    .executeTakeFirst();
  return row ?? missing(which);
}

/** The same with its sealed content, which is megabytes. */
export async function findContent(db: Reader, operator: Operator, which: Which): Promise<AttachmentsTable> {
  const row = await within(db, operator, which).selectAll('attachments').executeTakeFirst();
  return row ?? missing(which);
}

function within(db: Reader, operator: Operator, { no, attachment }: Which) {
  return db
    .selectFrom('attachments')
    .innerJoin('requests', (join) =>
      join
        .onRef('requests.district', '=', 'attachments.district')
        .onRef('requests.id', '=', 'attachments.request_id'),
    )
    .where('requests.no', '=', no)
    .where(requestScope(operator))
    .where('attachments.id', '=', attachment);
}

function missing({ no, attachment }: Which): never {
  throw new ProblemError(
    'not_found',
    `There is no attachment ${attachment} with ${no}: look at the request.`,
  );
}
