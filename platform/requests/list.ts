import { parseFilter } from '@district/contract/filter/parse.ts';
import type { Page, RequestSort, RequestSummary } from '@district/contract/types.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import { requestScope } from '../access/scope.ts';
import type { Services } from '../http/environment.ts';
import { cursorInstant, cursorKey, decodeCursor, encodeCursor, page, UUID } from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import { SUMMARY_COLUMNS, type SummaryRow } from './columns.ts';
import { filterPredicate } from './filter-sql.ts';
import { checkMayAsk } from './ratings.ts';
import { summaryOf } from './summary.ts';

export interface ListQuery {
  q: string;
  sort: RequestSort;
  limit: number;
  cursor?: string | undefined;
}

interface Ordering {
  order: RawBuilder<unknown>;
  after: (key: Date | string, id: string) => RawBuilder<boolean>;
  keyOf: (row: SummaryRow & { due_key: Date | number }) => string;
}

/** `due`: the tightest open one first, then finished ones, newest first. Each ordering is the order of an index. */
const ORDERINGS: Readonly<Record<RequestSort, Ordering>> = {
  due: {
    order: sql`requests.due_key asc, requests.id desc`,
    after: (key, id) =>
      sql`(requests.due_key >= ${key}::timestamptz and (requests.due_key > ${key}::timestamptz or requests.id < ${id}::uuid))`,
    keyOf: (row) => (row.due_key instanceof Date ? row.due_key.toISOString() : 'infinity'),
  },
  newest: {
    order: sql`requests.submitted_at desc, requests.id desc`,
    after: (key, id) => sql`(requests.submitted_at, requests.id) < (${key}::timestamptz, ${id}::uuid)`,
    keyOf: (row) => row.submitted_at.toISOString(),
  },
  oldest: {
    order: sql`requests.submitted_at asc, requests.id asc`,
    after: (key, id) => sql`(requests.submitted_at, requests.id) > (${key}::timestamptz, ${id}::uuid)`,
    keyOf: (row) => row.submitted_at.toISOString(),
  },
};

/** Written out once: building a node for each column on every call costs more than the query. */
const COLUMNS = sql.raw([...SUMMARY_COLUMNS, 'due_key'].join(', '));

/** One page in one query: scope, filter, order and page size are all the database's. */
export async function listRequests(
  services: Services,
  operator: Operator,
  query: ListQuery,
): Promise<Page<RequestSummary>> {
  const now = services.clock.now();
  const terms = termsFor(operator, query.q);
  const ordering = ORDERINGS[query.sort];
  const cursor = decodeCursor(`requests.${query.sort}`, query.cursor, 2);
  const after = cursor ? sql`and ${cursorPredicate(ordering, cursor)}` : sql``;
  const { rows } = await sql<SummaryRow & { due_key: Date | number }>`
    select ${COLUMNS} from requests
    where ${requestScope(operator)} and ${filterPredicate(terms, now)} ${after}
    order by ${ordering.order} limit ${query.limit + 1}`.execute(services.db);
  return page(
    rows,
    query.limit,
    (last) => encodeCursor(`requests.${query.sort}`, [ordering.keyOf(last), last.id]),
    (row) => summaryOf(row, operator, now, services.dictionaries),
  );
}

function cursorPredicate(ordering: Ordering, [key, id]: string[]): RawBuilder<boolean> {
  return ordering.after(key === 'infinity' ? key : cursorInstant(key), cursorKey(id, UUID));
}

/** The terms of a filter, if this operator may ask for them. */
export function termsFor(operator: Operator, q: string) {
  const terms = filterTerms(q);
  checkMayAsk(operator, terms);
  return terms;
}

function filterTerms(q: string) {
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
