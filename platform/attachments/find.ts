import type { Operator } from '../access/operator.ts';
import { requestScope } from '../access/scope.ts';
import { ProblemError } from '../http/problem.ts';
import type { Reader } from '../store/database.ts';
import type { AttachmentsTable } from '../store/schema/attachments.ts';

export interface Which {
  no: string;
  attachment: string;
}

/** An attachment of a request within the operator's scope; 404 where either is not there. */
export async function findAttachment(
  db: Reader,
  operator: Operator,
  { no, attachment }: Which,
): Promise<AttachmentsTable> {
  const row = await db
    .selectFrom('attachments')
    .innerJoin('requests', (join) =>
      join
        .onRef('requests.district', '=', 'attachments.district')
        .onRef('requests.id', '=', 'attachments.request_id'),
    )
    .selectAll('attachments')
    .where('requests.no', '=', no)
    .where(requestScope(operator))
    .where('attachments.id', '=', attachment)
    .executeTakeFirst();
  if (!row)
    throw new ProblemError(
      'not_found',
      `There is no attachment ${attachment} with ${no}: look at the request.`,
    );
  return row;
}
