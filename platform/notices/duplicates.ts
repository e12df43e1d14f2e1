import { NOTICE_DUPLICATE_DAYS, NOTICE_SIMILARITY_MAX } from '@district/contract/limits.ts';
import { NOTICE_STANDING_STATES } from '@district/contract/notice-transitions.ts';
import { sql } from 'kysely';
import { ProblemError } from '../http/problem.ts';
import type { Writer } from '../store/database.ts';
import type { NoticeRow } from '../store/schema/notices.ts';
import { overlaps } from './scope.ts';
import { similarityTo } from './similarity.ts';

const DAY_MS = 86_400_000;
/** Says which advisory locks are ours; the number has no meaning beyond that. */
const LOCK_SPACE = 7_320;

/** Writers of one district's notices go one after the other until they commit: of two that say the same, the second sees the first. */
export async function queueForDistrict(db: Writer, district: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK_SPACE}, ${Number(district)})`.execute(db);
}

/** Stops a notice that nearly repeats one sent or queued lately to some of the same people. An exercise repeats only exercises. */
export async function refuseNearDuplicate(
  db: Writer,
  notice: Pick<NoticeRow, 'district' | 'id' | 'title' | 'body' | 'regions' | 'exercise'>,
  at: Date,
): Promise<void> {
  const others = await db
    .selectFrom('notices')
    .select(['no', 'title', 'body', 'state', 'author_name'])
    .where('district', '=', notice.district)
    .where('id', '<>', notice.id)
    .where('exercise', '=', notice.exercise)
    .where('state', 'in', [...NOTICE_STANDING_STATES])
    .where('submitted_at', '>', new Date(at.valueOf() - NOTICE_DUPLICATE_DAYS * DAY_MS))
    .where(overlaps(notice.regions))
    .orderBy('submitted_at')
    .execute();
  const similarity = similarityTo(`${notice.title}\n${notice.body}`);
  const near = others.find((other) => similarity(`${other.title}\n${other.body}`) >= NOTICE_SIMILARITY_MAX);
  if (!near) return;
  throw new ProblemError(
    'near_duplicate',
    `${near.no} “${near.title}” by ${near.author_name} says nearly the same to some of the same residents: read it, and recall it first if yours is to replace it.`,
    { duplicate: { no: near.no, title: near.title, state: near.state } },
  );
}
