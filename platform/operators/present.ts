import { OPERATOR_ACTIONS } from '@district/contract/posts.ts';
import { wholeRegionCode } from '@district/contract/region-code.ts';
import type { Account, AccountDetail } from '@district/contract/types.ts';
import { sql } from 'kysely';
import { isLiveBearer } from '../access/bearers.ts';
import type { Operator } from '../access/operator.ts';
import { regionScope } from '../access/scope.ts';
import type { Dictionaries } from '../dictionaries/dictionaries.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import type { Reader } from '../store/database.ts';
import type { OperatorRow } from '../store/schema/access.ts';
import { openActions, whyClosed } from './rules.ts';

export function accountOf(row: OperatorRow, operator: Operator, dictionaries: Dictionaries): Account {
  const code = wholeRegionCode(row.region);
  return {
    id: row.id,
    name: row.name,
    login: row.login,
    role: row.role,
    region: { code, name: dictionaries.region(code).name },
    unit: row.unit === null ? null : dictionaries.unit(row.unit),
    disabledAt: row.disabled_at?.toISOString() ?? null,
    version: row.version,
    actions: openActions(row, operator),
  };
}

/** An account by its id or login, within the operator's area. */
export async function findAccount(db: Reader, operator: Operator, id: string): Promise<OperatorRow> {
  const row = await db
    .selectFrom('operators')
    .selectAll()
    .where(regionScope(operator.region, 'operators'))
    .where((where) => where.or([where('id', '=', id), where('login', '=', id)]))
    // An id first: nobody hides an account behind a login that reads like its id.
    .orderBy(sql`id = ${id}`, 'desc')
    .orderBy('district', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw noSuchOperator(id);
  return row;
}

function noSuchOperator(id: string): ProblemError {
  return new ProblemError('not_found', `There is no operator ${id} within your area: check the id or login.`);
}

export async function accountDetail(
  { db: ownDb, dictionaries, clock }: Services,
  operator: Operator,
  id: string,
  db: Reader = ownDb,
): Promise<AccountDetail> {
  const row = await findAccount(db, operator, id);
  const bearers = await db
    .selectFrom('tokens')
    .select(({ fn }) => ['kind', fn.countAll<string>().as('count')])
    .where('district', '=', row.district)
    .where('operator_id', '=', row.id)
    .where(isLiveBearer(clock.now()))
    .groupBy('kind')
    .execute();
  const count = (kind: string) => Number(bearers.find((one) => one.kind === kind)?.count ?? 0);
  return {
    ...accountOf(row, operator, dictionaries),
    closedActions: OPERATOR_ACTIONS.flatMap((action) => {
      const reason = whyClosed(action, row, operator);
      return reason === undefined ? [] : [{ action, reason }];
    }),
    sessions: count('session'),
    tokens: count('token'),
  };
}
