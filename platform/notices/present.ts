import { wholeRegionCode } from '@district/contract/region-code.ts';
import type { NoticeDetail, NoticeSummary } from '@district/contract/types.ts';
import { DELIVERY_STATES, ROLES, type Role } from '@district/contract/vocabulary.ts';
import { sql } from 'kysely';
import { type Operator, operatorFrom, rightsOf } from '../access/operator.ts';
import type { Dictionaries } from '../dictionaries/dictionaries.ts';
import type { Services } from '../http/environment.ts';
import type { Reader } from '../store/database.ts';
import type { NoticeRow } from '../store/schema/notices.ts';
import { noSuchNotice } from './act.ts';
import { openActions } from './rules.ts';
import { coversAll, noticeScope } from './scope.ts';

export function noticeSummary(
  row: Omit<NoticeRow, 'body'>,
  operator: Operator,
  dictionaries: Dictionaries,
): NoticeSummary {
  const { no, title, state, exercise, channels, persons, households, total, delivered, failed, version } =
    row;
  return {
    no,
    title,
    state,
    exercise,
    channels,
    audience: row.regions.map((region) => dictionaries.region(wholeRegionCode(region))),
    author: row.author_name,
    approver: row.approver_name,
    counts: { persons, households, total, delivered, failed },
    createdAt: row.created_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
    version,
    actions: openActions(row, operator),
  };
}

/** One notice within the operator's scope, with its text, what became of its deliveries and its timeline. */
export async function noticeDetail(
  services: Services,
  operator: Operator,
  no: string,
  db: Reader = services.db,
): Promise<NoticeDetail> {
  const row = await findNotice(db, operator, no);
  const deliveries = await countDeliveries(db, row);
  const steps = await db
    .selectFrom('notice_steps')
    .select(['seq', 'at', 'action', 'state_to', 'by_name', 'text'])
    .where('district', '=', row.district)
    .where('notice_id', '=', row.id)
    .orderBy('seq')
    .execute();
  return {
    ...noticeSummary(row, operator, services.dictionaries),
    body: row.body,
    deliveries,
    approvers: await approversOf(db, row),
    timeline: steps.map(({ seq, at, action, state_to: to, by_name: by, text }) => ({
      seq,
      at: at.toISOString(),
      action,
      to,
      by,
      text,
    })),
  };
}

export async function findNotice(db: Reader, operator: Operator, no: string): Promise<NoticeRow> {
  const row = await db
    .selectFrom('notices')
    .selectAll()
    .where('no', '=', no)
    .where(noticeScope(operator))
    .executeTakeFirst();
  if (!row) throw noSuchNotice(no);
  return row;
}

/** From the notice's own counters, which move in the transaction of the deliveries: 150,000 rows are not counted for a look. */
async function countDeliveries(db: Reader, row: NoticeRow): Promise<NoticeDetail['deliveries']> {
  const { total, delivered, failed, state } = row;
  const rest = total - delivered - failed;
  const queued = state === 'recalled' ? 0 : rest;
  // While the rows are still being made, the counter is behind them.
  if (state === 'scheduled') {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from deliveries
      where district = ${row.district} and notice_id = ${row.id}::uuid`.execute(db);
    return [{ state: 'queued', count: rows[0]?.count ?? 0 }];
  }
  const counts = { queued, delivered, failed, cancelled: rest - queued };
  return DELIVERY_STATES.flatMap((one) => (counts[one] > 0 ? [{ state: one, count: counts[one] }] : []));
}

/** Everybody whose role and area allow it, but its author. */
async function approversOf(db: Reader, row: NoticeRow): Promise<NoticeDetail['approvers']> {
  const operators = await db
    .selectFrom('operators')
    .select(['id', 'name', 'role', 'region', 'unit'])
    .where('district', 'in', [row.district, row.district.slice(0, 4), row.district.slice(0, 2)])
    .where('disabled_at', 'is', null)
    .where('id', '<>', row.author_id)
    .where('role', 'in', APPROVING_ROLES)
    .orderBy('district', 'desc')
    .orderBy('id')
    .execute();
  return operators
    .filter((operator) => coversAll(operatorFrom(operator), row.regions))
    .map(({ name, role }) => ({ name, role: role as Role }));
}

const APPROVING_ROLES = ROLES.filter((role) => rightsOf({ role }).notices.includes('approver'));
