import type { Operator } from '../access/operator.ts';
import { ProblemError } from '../http/problem.ts';
import type { Writer } from '../store/database.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import { lockIfThere } from './find.ts';

/** What a request is merged into has to be another of its district, and is locked with it. */
export async function checkMergeTarget(
  db: Writer,
  operator: Operator,
  before: RequestRow,
  into: string,
): Promise<void> {
  const target = await lockIfThere(db, operator, into);
  const why =
    target === undefined
      ? `there is no request ${into} within your area`
      : target.id === before.id
        ? 'a request cannot be merged into itself'
        : target.merged_into !== null
          ? `${into} was itself merged into ${target.merged_into}`
          : target.district !== before.district
            ? `${into} belongs to another district`
            : undefined;
  if (why)
    throw new ProblemError('invalid', `Not merged: ${why}.`, { fields: [{ path: 'into', message: why }] });
}
