import { regionPrefix } from '@district/contract/region-code.ts';
import type { Account, Page } from '@district/contract/types.ts';
import type { Role } from '@district/contract/vocabulary.ts';
import { sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import { regionScope } from '../access/scope.ts';
import type { Services } from '../http/environment.ts';
import { decodeCursor, encodeCursor, page } from '../http/paging.ts';
import { accountOf } from './present.ts';
import { requireAccounts } from './rules.ts';

export interface OperatorsQuery {
  role?: Role | 'none' | undefined;
  region?: string | undefined;
  q?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** By region, the centre before its streets, then by id. */
export async function listOperators(
  { db, dictionaries }: Services,
  operator: Operator,
  { role, region, q, limit, cursor: text }: OperatorsQuery,
): Promise<Page<Account>> {
  requireAccounts(operator);
  const cursor = decodeCursor('operators', text, 2);
  let select = db.selectFrom('operators').selectAll().where(regionScope(operator.region, 'operators'));
  if (role !== undefined)
    select = select.where('role', 'is not distinct from', role === 'none' ? null : role);
  if (region !== undefined) {
    const prefix = regionPrefix(region) ?? region;
    select = select.where(sql<boolean>`starts_with(region, ${prefix})`);
  }
  if (q !== undefined)
    select = select.where(
      sql<boolean>`(position(${q.toLowerCase()} in lower(name)) > 0 or position(${q.toLowerCase()} in login) > 0)`,
    );
  if (cursor) select = select.where(sql<boolean>`(region, id) > (${cursor[0]}, ${cursor[1]})`);
  const rows = await select
    .orderBy('region')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  return page(
    rows,
    limit,
    (last) => encodeCursor('operators', [last.region, last.id]),
    (row) => accountOf(row, operator, dictionaries),
  );
}
