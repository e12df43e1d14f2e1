import type { BothWaysPage, Delivery, NoticeSummary, Page } from '@district/contract/types.ts';
import type { DeliveryState, NoticeState } from '@district/contract/vocabulary.ts';
import { sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import type { Services } from '../http/environment.ts';
import {
  type BothWaysWish,
  bothWaysPage,
  comparison,
  cursorInstant,
  cursorKey,
  decodeCursor,
  encodeCursor,
  page,
  readDirection,
  readingOf,
} from '../http/paging.ts';
import { maskedName } from '../privacy/mask.ts';
import { findNotice, noticeSummary } from './present.ts';
import { noticeScope } from './scope.ts';

interface PageWish {
  limit: number;
  cursor?: string | undefined;
}

/** Newest first. */
export async function listNotices(
  { db, dictionaries }: Services,
  operator: Operator,
  query: BothWaysWish & { state?: NoticeState | undefined },
): Promise<BothWaysPage<NoticeSummary>> {
  const reading = readingOf('notices', query, 2);
  let select = db.selectFrom('notices').selectAll().where(noticeScope(operator));
  if (query.state) select = select.where('state', '=', query.state);
  if (reading.keys) {
    const [at, no] = [cursorInstant(reading.keys[0]), reading.keys[1]];
    select = select.where(
      sql<boolean>`(created_at, no) ${comparison(reading, 'desc')} (${at}::timestamptz, ${no})`,
    );
  }
  const way = readDirection(reading, 'desc');
  const rows = await select
    .orderBy('created_at', way)
    .orderBy('no', way)
    .limit(query.limit + 1)
    .execute();
  return bothWaysPage(
    rows,
    reading,
    (row) => [row.created_at.toISOString(), row.no],
    (row) => noticeSummary(row, operator, dictionaries),
  );
}

/** Recipients in the order of their ids; names leave the database masked. */
export async function listDeliveries(
  { db, dictionaries }: Services,
  operator: Operator,
  no: string,
  query: PageWish & { state?: DeliveryState | undefined },
): Promise<Page<Delivery>> {
  const { district, id } = await findNotice(db, operator, no);
  const cursor = decodeCursor('deliveries', query.cursor, 1);
  let select = db
    .selectFrom('deliveries')
    .innerJoin('residents', (join) =>
      join
        .onRef('residents.district', '=', 'deliveries.district')
        .onRef('residents.id', '=', 'deliveries.resident_id'),
    )
    .select(['residents.id', 'residents.region', 'deliveries.state', 'deliveries.reason', 'deliveries.at'])
    .select(maskedName('residents.name').as('name'))
    .where('deliveries.district', '=', district)
    .where('deliveries.notice_id', '=', id)
    .where(sql<boolean>`starts_with(residents.region, ${operator.region})`);
  if (query.state) select = select.where('deliveries.state', '=', query.state);
  if (cursor) {
    const last = cursorKey(cursor[0], /^\d{1,18}$/);
    select = select.where('deliveries.resident_id', '>', Number(last));
  }
  const rows = await select
    .orderBy('deliveries.resident_id')
    .limit(query.limit + 1)
    .execute();
  return page(
    rows,
    query.limit,
    (last) => encodeCursor('deliveries', [String(last.id)]),
    (row) => ({
      id: String(row.id),
      resident: row.name ?? '',
      region: dictionaries.region(row.region),
      state: row.state,
      reason: row.reason,
      at: row.at?.toISOString() ?? null,
    }),
  );
}
