import { parseFilter } from '@district/contract/filter/parse.ts';
import type { BothWaysPage, RequestSort, RequestSummary } from '@district/contract/types.ts';
import { sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import type { Services } from '../http/environment.ts';
import { type BothWaysWish, bothWaysPage, readingOf } from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import { checkStanding, type ListedRow, orderBy, standingOf, stretchesFrom } from './orderings.ts';
import { checkMayAsk } from './ratings.ts';
import { listReader } from './read-list.ts';
import { summaryOf } from './summary.ts';

export interface ListQuery extends BothWaysWish {
  q: string;
  sort: RequestSort;
}

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
  const read = listReader(operator, { terms: termsFor(operator, query.q), now, order, limit: limit + 1 });
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
