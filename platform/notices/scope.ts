import { isWithin } from '@district/contract/region-code.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import { districtScope } from '../access/scope.ts';

/** The notices that exist for this operator: the centre and agencies see the district's, streets and communities those that touch their subtree. */
export function noticeScope(operator: Operator): RawBuilder<boolean> {
  const district = districtScope(operator.region, sql.ref('notices.district'));
  if (operator.unit === null || operator.unit.kind === 'agency') return district;
  return sql<boolean>`(${district} and ${overlaps([operator.region])})`;
}

/** Notices whose audience shares somebody with these regions, given as prefixes. */
export function overlaps(prefixes: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`exists (select from unnest(notices.regions) as a (region), unnest(${[...prefixes]}::text[]) as b (region)
    where starts_with(a.region, b.region) or starts_with(b.region, a.region))`;
}

/** Whether all of a notice's audience lies in the operator's subtree. */
export function coversAll(operator: Operator, prefixes: readonly string[]): boolean {
  return prefixes.every((prefix) => isWithin(prefix, operator.region));
}
