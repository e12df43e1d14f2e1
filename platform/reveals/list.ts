import { REVEALS_MAX } from '@district/contract/limits.ts';
import type { RevealList } from '@district/contract/types.ts';
import { type Operator, rightsOf } from '../access/operator.ts';
import { requestScope } from '../access/scope.ts';
import { ProblemError } from '../http/problem.ts';
import { noSuchRequest } from '../requests/find.ts';
import type { Reader } from '../store/database.ts';

/** Who has seen what of a request: for those who may look themselves, and for those who decide at the centre. */
export async function listReveals(db: Reader, operator: Operator, no: string): Promise<RevealList> {
  const request = await db
    .selectFrom('requests')
    .select(['district', 'id'])
    .where('no', '=', no)
    .where(requestScope(operator))
    .executeTakeFirst();
  if (!request) throw noSuchRequest(no);
  const { reveals, decides } = rightsOf(operator);
  if (!reveals && !decides) {
    throw new ProblemError(
      'forbidden',
      'Your role may not see who has looked: ask the district’s centre or the auditor.',
      { reason: 'role' },
    );
  }
  const rows = await db
    .selectFrom('reveals')
    .selectAll()
    .where('district', '=', request.district)
    .where('request_id', '=', request.id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(REVEALS_MAX)
    .execute();
  return {
    items: rows.map((row) => ({
      at: row.at.toISOString(),
      by: { id: row.operator_id, name: row.operator_name },
      means: row.means,
      fields: row.fields,
      purpose: row.purpose,
      case: row.case_no,
    })),
  };
}
