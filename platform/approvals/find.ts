import { sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import { requestScope } from '../access/scope.ts';
import { ProblemError } from '../http/problem.ts';
import { REQUEST_COLUMNS } from '../requests/columns.ts';
import type { Reader, Writer } from '../store/database.ts';
import type { ApprovalRow, RequestRow } from '../store/schema/requests.ts';

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function noSuchApproval(id: string): ProblemError {
  return new ProblemError('not_found', `There is no approval ${id} within your area: check the id.`);
}

export function checkApprovalId(id: string): string {
  if (!UUID.test(id)) throw noSuchApproval(id);
  return id;
}

/** The number of an approval's request, which is what deciding writes to. */
export async function requestNoOf(db: Reader, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('approvals')
    .innerJoin('requests', (join) =>
      join
        .onRef('requests.district', '=', 'approvals.district')
        .onRef('requests.id', '=', 'approvals.request_id'),
    )
    .select('requests.no')
    .where('approvals.id', '=', checkApprovalId(id))
    .executeTakeFirst();
  return row?.no;
}

/** The approval and its request, locked in the order every writer takes them: the request first. */
export async function lockApproval(
  db: Writer,
  operator: Operator,
  id: string,
): Promise<{ request: RequestRow; approval: ApprovalRow }> {
  const request = await db
    .selectFrom('requests')
    .select(REQUEST_COLUMNS)
    .where(requestScope(operator))
    .where(
      sql<boolean>`(district, id) = (select a.district, a.request_id from approvals a where a.id = ${checkApprovalId(id)}::uuid)`,
    )
    .forUpdate()
    .executeTakeFirst();
  if (!request) throw noSuchApproval(id);
  const approval = await db
    .selectFrom('approvals')
    .selectAll()
    .where('district', '=', request.district)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { request, approval };
}
