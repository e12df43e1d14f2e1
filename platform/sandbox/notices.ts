import {
  NOTICE_TRANSITIONS,
  type NoticeAction,
  type NoticeStep,
} from '@district/contract/notice-transitions.ts';
import type { NoticeChannel, NoticeState } from '@district/contract/vocabulary.ts';
import { sql } from 'kysely';
import { addDays, dateOf } from '../calendar/plain-date.ts';
import { isInAudience } from '../notices/audience.ts';
import { noticeNumber } from '../notices/numbers.ts';
import type { Database, Writer } from '../store/database.ts';
import { uuidV7 } from '../store/uuid-v7.ts';
import initials from './data/district-initials.json' with { type: 'json' };
import notices from './data/notices.json' with { type: 'json' };
import { randomOf } from './generate/random.ts';
import { person } from './people.ts';

interface PastNotice {
  daysAgo: number;
  time: string;
  region: string;
  channels: NoticeChannel[];
  author: string;
  approver?: string;
  outcome: NoticeState;
  failed?: number;
  exercise?: boolean;
  title: string;
  body: string;
  reason?: string;
}

export const PAST_NOTICES = notices.length;

type Move = NoticeAction | NoticeStep;
const SENT: readonly Move[] = ['submit', 'approve', 'schedule', 'start', 'finish'];

/** How a notice came to be what it is, by the transition table. */
const MOVES: Partial<Record<NoticeState, readonly Move[]>> = {
  draft: ['submit', 'refuse'],
  pending_approval: ['submit'],
  sent: SENT,
  partially_failed: ['submit', 'approve', 'schedule', 'start', 'fall_short'],
  recalled: [...SENT, 'recall'],
};
const MINUTES_BETWEEN_MOVES = 11;
const MINUTE_MS = 60_000;

/** Notices that Gulou's residents have had, or that wait for approval, with a delivery for each resident of the audience. */
export async function insertPastNotices(db: Database, until: Date, onDone: () => void): Promise<void> {
  const counts = new Map<string, number>();
  for (const past of notices as PastNotice[]) {
    const date = addDays(dateOf(until), -past.daysAgo);
    const sequence = (counts.get(date) ?? 0) + 1;
    counts.set(date, sequence);
    // Begun before the morning it is made for, when that is early.
    const begun = new Date(
      Math.min(Date.parse(`${date}T${past.time}:00+08:00`), until.valueOf() - MINUTE_MS),
    );
    await db.transaction().execute((transaction) => insertOne(transaction, past, date, sequence, begun));
    onDone();
  }
}

async function insertOne(
  db: Writer,
  past: PastNotice,
  date: string,
  sequence: number,
  begun: Date,
): Promise<void> {
  const district = past.region.slice(0, 6);
  const letters = (initials as Record<string, string>)[district] ?? 'XX';
  const id = uuidV7(begun, randomOf(`notice ${past.title}`).next);
  const moves = MOVES[past.outcome] ?? [];
  const at = (seq: number) => new Date(begun.valueOf() + (seq - 1) * MINUTES_BETWEEN_MOVES * MINUTE_MS);
  const sentSeq = moves.indexOf('start') + 2;
  const { persons, households } = await count(db, past);
  const total = sentSeq > 1 && past.channels.includes('inbox') ? persons : 0;
  const failed = past.failed ?? 0;
  await db
    .insertInto('notice_numbers')
    .values({ district, date, last: sequence })
    .onConflict((conflict) => conflict.columns(['district', 'date']).doUpdateSet({ last: sequence }))
    .execute();
  await db
    .insertInto('notices')
    .values({
      district,
      id,
      no: noticeNumber(letters, date, sequence),
      title: past.title,
      body: past.body,
      regions: [past.region],
      channels: past.channels,
      exercise: past.exercise ?? false,
      state: past.outcome,
      version: moves.length + 1,
      author_id: past.author,
      author_name: person(past.author).name,
      approver_name: moves.includes('approve') && past.approver ? person(past.approver).name : null,
      persons,
      households,
      total,
      delivered: total - Math.min(failed, total),
      failed: Math.min(failed, total),
      created_at: begun,
      submitted_at: at(2),
      sent_at: sentSeq > 1 ? at(sentSeq) : null,
    })
    .execute();
  await insertSteps(db, past, { district, id, moves, at });
  if (total > 0) await insertDeliveries(db, past, { district, id, sentAt: at(sentSeq), failed });
}

async function count(db: Writer, { region }: PastNotice): Promise<{ persons: number; households: number }> {
  const { rows } = await sql<{ persons: number; households: number }>`
    select count(*)::int as persons, count(distinct household_id)::int as households from residents
    where ${isInAudience({ district: region.slice(0, 6), regions: [region] })}`.execute(db);
  return rows[0] ?? { persons: 0, households: 0 };
}

async function insertSteps(
  db: Writer,
  past: PastNotice,
  {
    district,
    id,
    moves,
    at,
  }: { district: string; id: string; moves: readonly Move[]; at(seq: number): Date },
): Promise<void> {
  const author = person(past.author).name;
  const first = {
    district,
    notice_id: id,
    seq: 1,
    at: at(1),
    action: 'create' as const,
    state_to: 'draft' as const,
  };
  await db
    .insertInto('notice_steps')
    .values([
      { ...first, by_name: author, text: null },
      ...moves.map((action, index) => {
        const { to, by } = NOTICE_TRANSITIONS[action];
        const approver = past.approver === undefined ? null : person(past.approver).name;
        const byName = by.includes('platform') ? null : by.includes('author') ? author : approver;
        const text = action === 'refuse' || action === 'recall' ? (past.reason ?? null) : null;
        const seq = index + 2;
        return { district, notice_id: id, seq, at: at(seq), action, state_to: to, by_name: byName, text };
      }),
    ])
    .execute();
}

/** The last few of the audience moved out before it reached them, where some are to have failed. */
async function insertDeliveries(
  db: Writer,
  { region }: PastNotice,
  { district, id, sentAt, failed }: { district: string; id: string; sentAt: Date; failed: number },
): Promise<void> {
  await sql`insert into deliveries (district, notice_id, resident_id, state, reason, at)
    select ${district}, ${id}::uuid, residents.id, 'delivered', null, ${sentAt} from residents
    where ${isInAudience({ district, regions: [region] })}`.execute(db);
  if (failed === 0) return;
  await sql`with gone as (update residents set moved_out_at = ${sentAt} where district = ${district} and id in (
      select residents.id from residents where ${isInAudience({ district, regions: [region] })} order by id desc limit ${failed})
      returning id)
    update deliveries set state = 'failed', reason = 'moved_out' from gone
    where deliveries.district = ${district} and deliveries.notice_id = ${id}::uuid and deliveries.resident_id = gone.id`.execute(
    db,
  );
}
