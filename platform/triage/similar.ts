import {
  SIMILAR_COMPARED_MAX,
  SIMILAR_DAYS,
  SIMILAR_MAX,
  SIMILARITY_MIN,
} from '@district/contract/limits.ts';
import type { RequestSummary } from '@district/contract/types.ts';
import { subHours } from 'date-fns/subHours';
import { sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import { requestScope } from '../access/scope.ts';
import type { Services } from '../http/environment.ts';
import { similarityTo } from '../notices/similarity.ts';
import { SUMMARY_COLUMNS } from '../requests/columns.ts';
import { noSuchRequest } from '../requests/find.ts';
import { summaryOf } from '../requests/summary.ts';
import type { RequestRow } from '../store/schema/requests.ts';

type Compared = Pick<RequestRow, 'id' | 'district' | 'street' | 'region' | 'item' | 'title' | 'body'>;

/** What like requests of one place are worth: the same item in the same community needs half the likeness in words. */
function likenessTo(own: Compared): (other: Compared) => number {
  const similarity = similarityTo(`${own.title}\n${own.body}`);
  return (other) => {
    const words = similarity(`${other.title}\n${other.body}`);
    const samePlace = own.region === other.region;
    const needed = samePlace && own.item === other.item ? SIMILARITY_MIN / 2 : SIMILARITY_MIN;
    return words < needed ? 0 : words + (samePlace ? 1 : 0);
  };
}

/** Those like the request of a number; 404 outside the operator's scope. */
export async function similarRequests(
  services: Services,
  operator: Operator,
  no: string,
): Promise<RequestSummary[]> {
  const own = await services.db
    .selectFrom('requests')
    .select(['id', 'district', 'street', 'region', 'item', 'title', 'body'])
    .where('no', '=', no)
    .where(requestScope(operator))
    .executeTakeFirst();
  if (!own) throw noSuchRequest(no);
  return requestsLike(services, operator, own);
}

/** Open requests of the same street, filed lately, that say much the same; the nearest first. */
export async function requestsLike(
  { db, clock, dictionaries }: Services,
  operator: Operator,
  own: Compared,
): Promise<RequestSummary[]> {
  const now = clock.now();
  const likeness = likenessTo(own);
  const others = await db
    .selectFrom('requests')
    .select([...SUMMARY_COLUMNS, 'district', 'street', 'body'])
    .where(requestScope(operator))
    .where('district', '=', own.district)
    .where('street', '=', own.street)
    .where('submitted_at', '>', subHours(now, SIMILAR_DAYS * 24))
    .where('open', '=', true)
    .where('id', '<>', sql<string>`${own.id}::uuid`)
    .orderBy('submitted_at', 'desc')
    .limit(SIMILAR_COMPARED_MAX)
    .execute();
  return others
    .map((row) => ({ row, likeness: likeness(row) }))
    .filter((one) => one.likeness > 0)
    .toSorted((a, b) => b.likeness - a.likeness || (a.row.no < b.row.no ? -1 : 1))
    .slice(0, SIMILAR_MAX)
    .map(({ row }) => summaryOf(row, operator, now, dictionaries));
}
