import { randomUUID } from 'node:crypto';
import type { NoticeStep } from '@district/contract/notice-transitions.ts';
import { sql } from 'kysely';
import type { Actor } from '../audit/append.ts';
import type { Services } from '../http/environment.ts';
import type { Writer } from '../store/database.ts';
import type { NoticeRow } from '../store/schema/notices.ts';
import { isInAudience } from './audience.ts';
import { recordNoticeStep, stepped, tellOfNotice } from './record.ts';

/** Delivery rows made in one transaction: a tenth of a second, so that the API answers in between. */
const MAKE_BATCH_SIZE = 10_000;
/** Recipients worked off by one job: coarse enough for the queue, short enough to lose little in a crash. */
const RECIPIENTS_PER_JOB = 1_000;
/** Consoles are told of progress this many times over the whole, however many recipients there are. */
const PROGRESS_STEPS = 20;

export interface NoticeKey {
  district: string;
  id: string;
}

/** Recipients from one resident's id to another's, both included. */
export interface Recipients extends NoticeKey {
  from: number;
  to: number;
}

/**
 * Brings an approved notice to sending: its audience is frozen into delivery rows, batch by batch, then cut into jobs. Begun again after a
 * crash it goes on behind the last row; for a notice that is being sent already it gives the jobs whose rows still wait.
 */
export async function prepareSending(services: Services, key: NoticeKey): Promise<Recipients[]> {
  const scheduled = await advance(services, key, 'approved', 'schedule');
  if (scheduled?.state === 'scheduled') {
    if (scheduled.channels.includes('inbox')) await makeDeliveries(services, scheduled);
    const total = await countRows(services, key);
    const sending = await advance(services, key, 'scheduled', 'start', {
      total,
      sent_at: services.clock.now(),
    });
    if (total === 0 && sending?.state === 'sending') await advance(services, key, 'sending', 'finish');
  }
  return waitingRecipients(services, key);
}

/** Takes one of the platform's own steps where the notice is in `from`; returns the notice as it is then. */
async function advance(
  services: Services,
  key: NoticeKey,
  from: NoticeRow['state'],
  step: NoticeStep,
  more: Partial<Pick<NoticeRow, 'total' | 'sent_at'>> = {},
): Promise<NoticeRow | undefined> {
  return services.db.transaction().execute(async (db) => {
    const before = await lockNotice(db, key);
    if (before?.state !== from) return before;
    const after = { ...stepped(before, step), ...more };
    const change = { before, after, action: step, text: null };
    await recordNoticeStep(db, services.dictionaries, platformActor(services), change);
    return after;
  });
}

async function lockNotice(db: Writer, { district, id }: NoticeKey): Promise<NoticeRow | undefined> {
  return db
    .selectFrom('notices')
    .selectAll()
    .where('district', '=', district)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

function platformActor(services: Services): Actor {
  return { operator: null, address: null, requestId: `notices ${randomUUID()}`, at: services.clock.now() };
}

/** Each batch holds the notice's lock: of two processes that prepare the same notice, the later finds it sent and makes none beyond its total. */
async function makeDeliveries(services: Services, notice: NoticeRow): Promise<void> {
  for (let last: number | null = await lastRecipient(services.db, notice); last !== null; ) {
    const after: number = last;
    last = await services.db.transaction().execute(async (db) => {
      const now = await lockNotice(db, notice);
      return now?.state === 'scheduled' ? makeBatch(db, now, after) : null;
    });
  }
}

/** The last resident of the batch, or null when there are no more. */
async function makeBatch(db: Writer, notice: NoticeRow, after: number): Promise<number | null> {
  const { rows } = await sql<{ last: number | null }>`
    with batch as (select residents.id from residents where ${isInAudience(notice)} and residents.id > ${after}
      order by residents.id limit ${MAKE_BATCH_SIZE}),
    made as (insert into deliveries (district, notice_id, resident_id, state)
      select ${notice.district}, ${notice.id}::uuid, batch.id, 'queued' from batch on conflict do nothing)
    select max(batch.id) as last from batch`.execute(db);
  return rows[0]?.last ?? null;
}

async function lastRecipient(db: Services['db'], { district, id }: NoticeKey): Promise<number> {
  const row = await db
    .selectFrom('deliveries')
    .select((select) => select.fn.max('resident_id').as('last'))
    .where('district', '=', district)
    .where('notice_id', '=', id)
    .executeTakeFirst();
  return row?.last ?? 0;
}

async function countRows({ db }: Services, { district, id }: NoticeKey): Promise<number> {
  const { count } = await db
    .selectFrom('deliveries')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('district', '=', district)
    .where('notice_id', '=', id)
    .executeTakeFirstOrThrow();
  return count;
}

async function waitingRecipients({ db }: Services, { district, id }: NoticeKey): Promise<Recipients[]> {
  const { rows } = await sql<{ from: number; to: number }>`
    select min(resident_id) as "from", max(resident_id) as "to" from (
      select resident_id, (row_number() over (order by resident_id) - 1) / ${RECIPIENTS_PER_JOB} as job
      from deliveries where district = ${district} and notice_id = ${id}::uuid and state = 'queued') as waiting
    group by job order by job`.execute(db);
  return rows.map((range) => ({ district, id, ...range }));
}

/**
 * Delivers to those of a range who still wait, in one transaction with the notice's counters: a job that runs twice finds nothing left the
 * second time. The notice is locked first, as whoever recalls it does, so neither waits for the other in a circle.
 */
export async function deliver(services: Services, recipients: Recipients): Promise<void> {
  await services.db.transaction().execute(async (db) => {
    const before = await lockNotice(db, recipients);
    if (before?.state !== 'sending') return;
    const actor = platformActor(services);
    const { delivered, failed } = await fillInboxes(db, recipients, actor.at);
    const after = {
      ...before,
      delivered: before.delivered + delivered,
      failed: before.failed + failed,
    };
    if (after.delivered + after.failed >= after.total) {
      const step = after.failed === 0 ? 'finish' : 'fall_short';
      const change = { before, after: stepped(after, step), action: step, text: null } as const;
      await recordNoticeStep(db, services.dictionaries, actor, change);
      return;
    }
    await db
      .updateTable('notices')
      .set({ delivered: after.delivered, failed: after.failed })
      .where('district', '=', after.district)
      .where('id', '=', after.id)
      .execute();
    if (progressStep(after) > progressStep(before))
      await tellOfNotice(db, services.dictionaries, actor, after, {
        type: 'notice.progress',
        action: 'deliver',
      });
  });
}

function progressStep({ delivered, failed, total }: NoticeRow): number {
  return Math.floor(((delivered + failed) / total) * PROGRESS_STEPS);
}

/** A delivered row is the entry in the resident's inbox. Who has moved out since the audience was frozen has no inbox any more. */
async function fillInboxes(
  db: Writer,
  { district, id, from, to }: Recipients,
  at: Date,
): Promise<{ delivered: number; failed: number }> {
  const { rows } = await sql<{ delivered: number; failed: number }>`
    with done as (
      update deliveries set at = ${at},
        state = case when residents.moved_out_at is null then 'delivered' else 'failed' end,
        reason = case when residents.moved_out_at is null then null else 'moved_out' end
      from residents
      where residents.district = deliveries.district and residents.id = deliveries.resident_id
        and residents.district = ${district} and residents.id between ${from} and ${to}
        and deliveries.district = ${district} and deliveries.notice_id = ${id}::uuid
        and deliveries.resident_id between ${from} and ${to} and deliveries.state = 'queued'
      returning deliveries.state)
    select count(*) filter (where state = 'delivered')::int as delivered,
      count(*) filter (where state = 'failed')::int as failed from done`.execute(db);
  return rows[0] ?? { delivered: 0, failed: 0 };
}
