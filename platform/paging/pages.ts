import type { PageState } from '@district/contract/triage.ts';
import type { Page, PagingPage } from '@district/contract/types.ts';
import { sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import { districtScope } from '../access/scope.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import type { Services } from '../http/environment.ts';
import { cursorKey, decodeCursor, encodeCursor, page as pageOf, UUID } from '../http/paging.ts';
import type { Writer } from '../store/database.ts';
import type { PageRow } from '../store/schema/triage.ts';
import { uuidV7 } from '../store/uuid-v7.ts';
import { findStep } from './steps.ts';

const CURSOR = 'pages';

export function presentPage(row: PageRow): PagingPage {
  return {
    id: row.id,
    district: row.district,
    step: row.step,
    who: row.who,
    cause: row.cause,
    exercise: row.exercise,
    at: row.at.toISOString(),
    count: row.count,
    urgent: row.urgent,
    numbers: row.numbers.map(({ no }) => no),
    state: row.state,
    attempts: row.attempts,
    answer: row.answer,
    nextAt: row.next_at?.toISOString() ?? null,
    deliveredAt: row.delivered_at?.toISOString() ?? null,
  };
}

/** Newest first: ids count up with time. */
export async function listPages(
  { db }: Services,
  { region }: Operator,
  query: { state?: PageState | undefined; limit: number; cursor?: string | undefined },
): Promise<Page<PagingPage>> {
  const cursor = decodeCursor(CURSOR, query.cursor, 1);
  let pages = db
    .selectFrom('pages')
    .selectAll()
    .where(districtScope(region, sql.ref('district')))
    .orderBy('id', 'desc')
    .limit(query.limit + 1);
  if (query.state) pages = pages.where('state', '=', query.state);
  if (cursor) pages = pages.where('id', '<', sql<string>`${cursorKey(cursor[0], UUID)}::uuid`);
  const rows = await pages.execute();
  return pageOf(rows, query.limit, (last) => encodeCursor(CURSOR, [last.id]), presentPage);
}

/** An exercise: a page of nothing, to be sent at once, tried once. */
export async function makeExercise(
  db: Writer,
  actor: Actor & { operator: Operator },
  district: string,
  step: number,
): Promise<PageRow> {
  const { cause, who } = await findStep(db, district, step);
  const row = {
    ...{ district, id: uuidV7(actor.at, Math.random), step, cause, who, exercise: true, at: actor.at },
    ...{ count: 0, urgent: 0, state: 'waiting' as const, attempts: 1, answer: null },
    ...{ next_at: null, delivered_at: null },
  };
  await db
    .insertInto('pages')
    .values({ ...row, numbers: '[]' })
    .execute();
  await appendAudit(db, actor, {
    district,
    action: 'paging.test',
    object: String(step),
    after: { page: row.id },
  });
  return { ...row, numbers: [] };
}
