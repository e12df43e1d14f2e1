import type { Operator } from '../access/operator.ts';
import { requestScope } from '../access/scope.ts';
import { ProblemError } from '../http/problem.ts';
import type { Writer } from '../store/database.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import { REQUEST_COLUMNS } from './columns.ts';

export function noSuchRequest(no: string): ProblemError {
  return new ProblemError('not_found', `There is no request ${no} within your area: check the number.`);
}

/** The request locked for a change; 404 outside the operator's scope. */
export async function lockRequest(db: Writer, operator: Operator, no: string): Promise<RequestRow> {
  const row = await lockIfThere(db, operator, no);
  if (!row) throw noSuchRequest(no);
  return row;
}

export function lockIfThere(db: Writer, operator: Operator, no: string): Promise<RequestRow | undefined> {
  return db
    .selectFrom('requests')
    .select(REQUEST_COLUMNS)
    .where('no', '=', no)
    .where(requestScope(operator))
    .forUpdate()
    .executeTakeFirst();
}
