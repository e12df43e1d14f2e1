import type { RectificationSetting, SetRectification } from '@district/contract/types.ts';
import { type Operator, rightsOf } from '../access/operator.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import { ProblemError } from '../http/problem.ts';
import { saveVersioned, type Versioned } from '../http/save-versioned.ts';
import type { Writer } from '../store/database.ts';
import { settingFrom } from './rectification.ts';

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
  const saved = await saveVersioned(db, limitOf(district), version, () => ({
    rectify_limit: limit.limit,
    rectify_unit: limit.unit,
    set_by: actor.operator.name,
    set_at: actor.at,
  }));
  const before = settingFrom(district, saved.before);
  const after = settingFrom(district, saved.after);
  await appendAudit(db, actor, { district, action: 'rectification.set', object: district, before, after });
  return after;
}

function limitOf(district: string): Versioned<'rectification_settings'> {
  return {
    table: 'rectification_settings',
    key: { district },
    name: `The limit for putting right in ${district}`,
    setBy: (row) => ({ by: row.set_by, at: row.set_at }),
  };
}
