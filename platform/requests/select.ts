import { REQUESTS_SELECTED_MAX } from '@district/contract/limits.ts';
import type { RequestSelection, RequestSort } from '@district/contract/types.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import { requestScope } from '../access/scope.ts';
import type { Services } from '../http/environment.ts';
import { noSuchRequest } from './find.ts';
import { termsFor } from './list.ts';
import { fromOn, isBefore, type ListedRow, orderBy, type Standing, standingOf } from './orderings.ts';
import { LISTED_COLUMNS, listReader } from './read-list.ts';
import { summaryOf } from './summary.ts';

export interface SelectQuery {
  q: string;
  sort: RequestSort;
  firstNo?: string | undefined;
  lastNo?: string | undefined;
}

/** What a filter matches at this moment, whole or between two requests of the list: from then on it is these and no others. */
export async function selectRequests(
  services: Services,
  operator: Operator,
  query: SelectQuery,
): Promise<RequestSelection> {
  const now = services.clock.now();
  const read = listReader(operator, {
    terms: termsFor(operator, query.q),
    now,
    order: orderBy(query.sort),
    limit: REQUESTS_SELECTED_MAX + 1,
  });
  const { rows } = await sql<ListedRow>`${read(await bounds(services, operator, query))}`.execute(
    services.db,
  );
  return {
    items: rows.slice(0, REQUESTS_SELECTED_MAX).map((row) => {
      const { no, title, claim, version, actions } = summaryOf(row, operator, now, services.dictionaries);
      return { no, title, claim, version, actions };
    }),
    more: rows.length > REQUESTS_SELECTED_MAX,
  };
}

async function bounds(
  services: Services,
  operator: Operator,
  { sort, firstNo, lastNo }: SelectQuery,
): Promise<RawBuilder<boolean> | undefined> {
  let [first, last] = await Promise.all(
    [firstNo, lastNo].map((no) => (no === undefined ? undefined : standing(services, operator, sort, no))),
  );
  if (first && last && isBefore(sort, last, first)) [first, last] = [last, first];
  const ends = [first && fromOn(sort, first, false), last && fromOn(sort, last, true)].filter(
    (end) => end !== undefined,
  );
  return ends.length === 0 ? undefined : sql<boolean>`(${sql.join(ends, sql` and `)})`;
}

/** Where a request stands, whether or not the filter still matches it. */
async function standing(
  { db }: Services,
  operator: Operator,
  sort: RequestSort,
  no: string,
): Promise<Standing> {
  const { rows } = await sql<ListedRow>`
    select ${LISTED_COLUMNS} from requests where ${requestScope(operator)} and requests.no = ${no}`.execute(
    db,
  );
  const [row] = rows;
  if (!row) throw noSuchRequest(no);
  return standingOf(sort, row);
}
