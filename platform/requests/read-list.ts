import type { FilterTerm } from '@district/contract/filter/terms.ts';
import { DISTRICT_DIGITS } from '@district/contract/region-code.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import { districtScope, requestScope } from '../access/scope.ts';
import { SUMMARY_COLUMNS } from './columns.ts';
import { filterPredicate } from './filter-sql.ts';

type Predicate = RawBuilder<boolean>;

/** Written out once: building a node for each column on every call costs more than the query. */
export const LISTED_COLUMNS = sql.raw([...SUMMARY_COLUMNS, 'due_key'].join(', '));

/** Rows gone through for each that is wanted, before the index of words is asked: whatever words stand in one row of forty are found by then. */
const WALKED_PER_ROW = 40;

interface Wish {
  terms: readonly FilterTerm[];
  now: Date;
  order: RawBuilder<unknown>;
  limit: number;
}

/**
 * What reads the first rows of a stretch of the list. How often words come together nobody knows before: two frequent ones are taken for
 * rare, and all their rows would be fetched to be sorted. So the nearest rows of the district are gone through first, and where they hold a
 * page, that is it. Where they do not, they tell how frequent the words are: if it is the other conditions that are rare, the list is read
 * as without words; rare words are fetched by their index, and `offset 0` keeps the planner, who takes every word for less rare than it
 * can be, from going through all rows in order instead.
 */
export function listReader(
  operator: Operator,
  { terms, now, order, limit }: Wish,
): (within?: Predicate) => RawBuilder<unknown> {
  const wanted = sql<boolean>`${requestScope(operator)} and ${filterPredicate(terms, now)}`;
  const ends = sql`order by ${order} limit ${limit}`;
  const found = (within: Predicate) =>
    sql`select ${LISTED_COLUMNS} from requests where ${wanted} and ${within}`;
  const words = terms.filter(({ key, negated }) => key === 'text' && !negated);
  if (words.length === 0) return (within = EVERYWHERE) => sql`${found(within)} ${ends}`;
  // Several districts stand in no index in the order of the list: their nearest rows would be found by sorting them all.
  if (operator.region.length < DISTRICT_DIGITS)
    return (within = EVERYWHERE) => sql`select * from (${found(within)} offset 0) as requests ${ends}`;
  const district = districtScope(operator.region, sql`requests.district`);
  const isMoreAsked = words.length < terms.length || operator.unit !== null;
  return (within = EVERYWHERE) => {
    const nearest = sql`(
      select * from requests where ${district} and ${within}
      order by ${order} limit ${sql.lit(limit * WALKED_PER_ROW)}) as requests`;
    const by = (way: 'walk' | 'order' | 'words') => sql<boolean>`(select way from ways) = ${sql.lit(way)}`;
    return sql`
      with walked as materialized (select ${LISTED_COLUMNS} from ${nearest} where ${wanted} ${ends}),
      ways as (
        select case
          when (select count(*) from walked) = ${limit} then 'walk'
          when ${sql.lit(isMoreAsked)} and (select count(*) from ${nearest} where ${filterPredicate(words, now)}) >= ${limit} then 'order'
          else 'words' end as way)
      select * from (
        select * from walked where ${by('walk')}
        union all (select * from (${found(within)} ${ends}) as requests where ${by('order')})
        union all (select * from (${found(within)} offset 0) as requests where ${by('words')})) as requests
      ${ends}`;
  };
}

const EVERYWHERE = sql<boolean>`true`;
