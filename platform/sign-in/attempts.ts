import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { ATTEMPT_LIMITS, type AttemptLimit, type AttemptSubject } from '../http/limits.ts';
import type { Database, Reader } from '../store/database.ts';

/** Something whose failures in a row are counted, by a keyed hash: neither a mistyped password in the name's field nor an address is kept. */
export interface Subject {
  subject: AttemptSubject;
  key: string;
}

export type Counted =
  | { may: true; failures: number }
  /** Nothing was counted: trying on does not make it longer. */
  | { may: false; until: Date };

export function subjectOf(secret: string, subject: AttemptSubject, ...parts: readonly string[]): Subject {
  return { subject, key: parts.map((part) => keyed(secret, part)).join('.') };
}

function keyed(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url').slice(0, KEY_LENGTH);
}

/** Characters of one part of a key: 132 bits. */
const KEY_LENGTH = 22;

/**
 * Counts an attempt before it is made, as if it had failed, so that a hundred at the same moment are not one; `succeeded` takes it back.
 * Kept in the database: several platforms share it, and starting one anew forgives nothing.
 */
export async function countAttempt(db: Database, { subject, key }: Subject, now: Date): Promise<Counted> {
  const limit = ATTEMPT_LIMITS[subject];
  const { rows } = await sql<{ failures: number }>`
    insert into attempts as kept (subject, key, failures, last_at, blocked_until)
    values (${subject}, ${key}, 1, ${now}, ${blockedUntil(limit, now, sql`1`)})
    on conflict (subject, key) do update set failures = ${failures(limit, now)}, last_at = ${now},
      blocked_until = ${blockedUntil(limit, now, failures(limit, now))}
    where kept.blocked_until is null or kept.blocked_until <= ${now}
    returning failures`.execute(db);
  const [counted] = rows;
  if (counted !== undefined) return { may: true, failures: counted.failures };
  const until = await blockOf(db, { subject, key }, now);
  // Its block has ended between the two queries: the next attempt finds it open.
  return { may: false, until: until ?? now };
}

/** Failures with this one; those of long ago are forgotten. */
function failures({ forgetMs }: AttemptLimit, now: Date) {
  const forgotten = new Date(now.valueOf() - forgetMs);
  return sql`(case when kept.last_at <= ${forgotten} then 1 else kept.failures + 1 end)`;
}

/** Null while free; then a first block, twice as long with each failure, up to a limit: nobody is kept out for ever. */
function blockedUntil({ free, firstMs, mostMs }: AttemptLimit, now: Date, count: ReturnType<typeof sql>) {
  const steps = sql`least(${count} - ${free}, 20)`;
  const ms = sql`least(${firstMs} * power(2, ${steps}), ${mostMs})`;
  return sql`(case when ${count} < ${free} then null
    else ${now}::timestamptz + ${ms} * interval '1 millisecond' end)`;
}

export async function blockOf(db: Reader, { subject, key }: Subject, now: Date): Promise<Date | undefined> {
  const row = await db
    .selectFrom('attempts')
    .select('blocked_until')
    .where('subject', '=', subject)
    .where('key', '=', key)
    .where('blocked_until', '>', now)
    .executeTakeFirst();
  return row?.blocked_until ?? undefined;
}

/** Takes one attempt back, and with it the block that it brought. */
export async function takeBack(db: Reader, { subject, key }: Subject): Promise<void> {
  const { free } = ATTEMPT_LIMITS[subject];
  await db
    .updateTable('attempts')
    .set({
      failures: sql<number>`greatest(failures - 1, 0)`,
      blocked_until: sql<Date | null>`case when failures - 1 < ${free} then null else blocked_until end`,
    })
    .where('subject', '=', subject)
    .where('key', '=', key)
    .execute();
}

/** Forgets the failures of a subject, and of those whose key begins with its own. */
export async function forgive(db: Reader, subjects: readonly Subject[]): Promise<void> {
  for (const { subject, key } of subjects) {
    await db
      .deleteFrom('attempts')
      .where('subject', '=', subject)
      .where((where) => where.or([where('key', '=', key), where('key', 'like', `${key}.%`)]))
      .execute();
  }
}
