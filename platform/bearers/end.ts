import type { BearerKind } from '@district/contract/vocabulary.ts';
import { endBearer } from '../access/bearers.ts';
import { districtOf, type Operator, rightsOf } from '../access/operator.ts';
import { regionScope } from '../access/scope.ts';
import { UUID } from '../approvals/find.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import { ProblemError } from '../http/problem.ts';
import type { Writer } from '../store/database.ts';

/** Ends a session or token of oneself or, for a security officer, of somebody in their area. One that has ended stays as it is. */
export async function endOneBearer(
  db: Writer,
  actor: Actor & { operator: Operator },
  { kind, id }: { kind: BearerKind; id: string },
) {
  const found = await findOwned(db, actor.operator, { kind, id });
  if (found === undefined)
    throw new ProblemError('not_found', `There is no ${kind} ${id} that you may end: look at the list.`);
  const { row, owner } = found;
  if (!(await endBearer(db, row, actor.at))) return found;
  await appendAudit(db, actor, {
    district: row.district,
    action: `${kind}s.revoke`,
    object: row.id,
    before: { operator: owner.id, ended: false },
    after: { operator: owner.id, ended: true },
  });
  return { owner, row: { ...row, ended_at: actor.at } };
}

async function findOwned(db: Writer, operator: Operator, { kind, id }: { kind: BearerKind; id: string }) {
  if (!UUID.test(id)) return undefined;
  const row = await db
    .selectFrom('tokens')
    .selectAll()
    .where('id', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.operator_id === operator.id && row.district === districtOf(operator))
    return { row, owner: operator };
  if (rightsOf(operator).accounts !== 'empowers') return undefined;
  const owner = await db
    .selectFrom('operators')
    .select(['id', 'name'])
    .where('district', '=', row.district)
    .where('id', '=', row.operator_id)
    .where(regionScope(operator.region, 'operators'))
    .executeTakeFirst();
  return owner && { row, owner };
}
