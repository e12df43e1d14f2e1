import { parseFilter } from '@district/contract/filter/parse.ts';
import type { FilterTerm } from '@district/contract/filter/terms.ts';
import type { BothWaysPage, RequestSort, RequestSummary } from '@district/contract/types.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import { requestScope } from '../access/scope.ts';
import type { Services } from '../http/environment.ts';
import { type BothWaysWish, bothWaysPage, readingOf } from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import { SUMMARY_COLUMNS } from './columns.ts';
import { filterPredicate } from './filter-sql.ts';
import { checkStanding, type ListedRow, orderBy, standingOf, stretchesFrom } from './orderings.ts';
import { checkMayAsk } from './ratings.ts';
import { summaryOf } from './summary.ts';

export interface ListQuery extends BothWaysWish {
  q: string;
  sort: RequestSort;
}

/** Written out once: building a node for each column on every call costs more than the query. */
export const LISTED_COLUMNS = sql.raw([...SUMMARY_COLUMNS, 'due_key'].join(', '));

/** One page in one query: scope, filter, order and page size are all the database's. */
export async function listRequests(
  services: Services,
  operator: Operator,
  query: ListQuery,
): Promise<BothWaysPage<RequestSummary>> {
  const now = services.clock.now();
  const { sort, limit } = query;
  const reading = readingOf(`requests.${sort}`, query, 2);
  const order = orderBy(sort, reading.isBackward);
  const read = readerOf(operator, termsFor(operator, query.q), { now, order, limit: limit + 1 });
  const { rows } = await (reading.keys
    ? sql<ListedRow>`select * from (${sql.join(
        stretchesFrom(sort, checkStanding(reading.keys), reading).map((stretch) => sql`(${read(stretch)})`),
        sql` union all `,
      )}) as requests order by ${order} limit ${limit + 1}`
    : sql<ListedRow>`${read()}`
  ).execute(services.db);
  return bothWaysPage(
    rows,
    reading,
    (row) => standingOf(sort, row),
    (row) => summaryOf(row, operator, now, services.dictionaries),
  );
}

/** Rows in which words are looked for before their index is asked: 20 ms of them. */
const NEAREST_MAX = 8_000;

/**
 * What reads the first rows of a stretch of the list. How often words come together nobody knows before: two frequent ones are taken for
 * rare, and all their rows would be fetched to be sorted. So the nearest rows are gone through first, and where they hold a page, that is
 * it; words too rare for that are fetched by their index, and `offset 0` keeps the planner, who takes every word for less rare than it
 * can be, from going through all rows in order instead.
 */
function readerOf(
  operator: Operator,
  terms: readonly FilterTerm[],
  { now, order, limit }: { now: Date; order: RawBuilder<unknown>; limit: number },
) {
  const scope = requestScope(operator);
  const all = filterPredicate(terms, now);
  const ends = sql`order by ${order} limit ${limit}`;
  const words = terms.filter(({ key, negated }) => key === 'text' && !negated);
  if (words.length === 0)
    return (within = EVERYWHERE) =>
      sql`select ${LISTED_COLUMNS} from requests where ${scope} and ${all} and ${within} ${ends}`;
  const others = filterPredicate(
    terms.filter((term) => !words.includes(term)),
    now,
  );
  return (within = EVERYWHERE) => sql`
    with nearest as materialized (
      select ${LISTED_COLUMNS} from (
        select ${LISTED_COLUMNS}, words from requests where ${scope} and ${others} and ${within}
        order by ${order} limit ${sql.lit(NEAREST_MAX)}) as requests
      where ${filterPredicate(words, now)} ${ends}),
    found as (select count(*) = ${limit} as is_page from nearest)
    select * from nearest where (select is_page from found)
    union all (
      select * from (
        select ${LISTED_COLUMNS} from requests
        where ${scope} and ${all} and ${within} and not (select is_page from found) offset 0) as requests
      ${ends})`;
}

const EVERYWHERE = sql<boolean>`true`;

/** The terms of a filter, if this operator may ask for them. */
export function termsFor(operator: Operator, q: string) {
  const terms = filterTerms(q);
  checkMayAsk(operator, terms);
  return terms;
}

export function filterTerms(q: string) {
  const parsed = parseFilter(q);
  if (parsed.ok) return parsed.terms;
  const { error } = parsed;
  const suggestion = error.suggestion === undefined ? '' : ` Did you mean ${error.suggestion}?`;
  throw new ProblemError(
    'filter_invalid',
    `The filter cannot be read at “${error.word}” (${error.code}).${suggestion}`,
    {
      filter: error,
    },
  );
}
