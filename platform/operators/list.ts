import { regionPrefix } from '@district/contract/region-code.ts';
import type { Account, BothWaysPage } from '@district/contract/types.ts';
import type { Role } from '@district/contract/vocabulary.ts';
import { sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import { regionScope } from '../access/scope.ts';
import type { Services } from '../http/environment.ts';
import { type BothWaysWish, bothWaysPage, comparison, readDirection, readingOf } from '../http/paging.ts';
import { accountOf } from './present.ts';
import { requireAccounts } from './rules.ts';

export interface OperatorsQuery extends BothWaysWish {
  role?: Role | 'none' | undefined;
  region?: string | undefined;
  q?: string | undefined;
}

/** By region, the centre before its streets, then by id. */
export async function listOperators(
  { db, dictionaries }: Services,
  operator: Operator,
  query: OperatorsQuery,
): Promise<BothWaysPage<Account>> {
  requireAccounts(operator);
  const { role, region, q } = query;
  const reading = readingOf('operators', query, 2);
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
  if (reading.keys)
    select = select.where(
      sql<boolean>`(region, id) ${comparison(reading, 'asc')} (${reading.keys[0]}, ${reading.keys[1]})`,
    );
  const way = readDirection(reading, 'asc');
  const rows = await select
    .orderBy('region', way)
    .orderBy('id', way)
    .limit(query.limit + 1)
    .execute();
  return bothWaysPage(
    rows,
    reading,
    (row) => [row.region, row.id],
    (row) => accountOf(row, operator, dictionaries),
  );
}
