import type { RectificationSetting, SetRectification } from '@district/contract/types.ts';
import { type Operator, rightsOf } from '../access/operator.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import { ProblemError } from '../http/problem.ts';
import type { Writer } from '../store/database.ts';
import { rectificationSetting } from './rectification.ts';

/** Sets the limit for a district, in the caller's transaction; what is being put right already keeps the date it was given. */
export async function setRectification(
  db: Writer,
  actor: Actor & { operator: Operator },
  district: string,
  { limit }: SetRectification,
  version: number | 'any',
): Promise<RectificationSetting> {
  if (!rightsOf(actor.operator).setsApprovals)
    throw new ProblemError('forbidden', 'Limits are set by an administrator.', { reason: 'role' });
  const before = await rectificationSetting(db, district);
  if (version !== 'any' && version !== before.version)
    throw new ProblemError('version_mismatch', 'It was set anew in between: look at it again, then decide.');
  const row = {
    district,
    rectify_limit: limit.limit,
    rectify_unit: limit.unit,
    version: before.version + 1,
  };
  await db
    .insertInto('rectification_settings')
    .values(row)
    .onConflict((conflict) => conflict.column('district').doUpdateSet(row))
    .execute();
  const after = { district, limit, version: row.version };
  await appendAudit(db, actor, { district, action: 'rectification.set', object: district, before, after });
  return after;
}
