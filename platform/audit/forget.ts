import { subDays } from 'date-fns/subDays';
import { sql } from 'kysely';
import type { Services } from '../http/environment.ts';
import type { Database, Writer } from '../store/database.ts';
import { appendAudit } from './append.ts';
import type { ChainHead } from './chain.ts';
import { signAnchor } from './checkpoint.ts';
import { chainedDistricts } from './heads.ts';

/** Entries deleted in one transaction: under a tenth of a second, so that nobody waits. */
const BATCH_SIZE = 1_000;

/**
 * Deletes what is older than the audit is kept, from the beginning of each chain. What is left of it is a signed anchor, on which the
 * rest of the chain stands, and an entry that says how far.
 */
export async function forgetOldEntries({ db, audit, clock }: Services): Promise<void> {
  const now = clock.now();
  const before = subDays(now, audit.keepDays);
  for (const district of await chainedDistricts(db)) {
    let last: ChainHead | undefined;
    for (;;) {
      const gone = await forgetBatch(
        db,
        district,
        before,
        (head) => signAnchor(audit.signer, district, head, now),
        now,
      );
      if (gone === undefined) break;
      last = gone;
    }
    if (last === undefined) continue;
    const actor = { operator: null, address: null, requestId: 'audit.forget', at: now };
    const after = { seq: last.seq, hash: last.hash.toString('hex'), keepDays: audit.keepDays };
    await appendAudit(db, actor, { district, action: 'audit.forget', object: district, after });
  }
}

/** @returns the last entry deleted; undefined when the oldest is not old enough. */
async function forgetBatch(
  db: Database,
  district: string,
  before: Date,
  sign: (head: ChainHead) => { key: string; signature: string },
  now: Date,
): Promise<ChainHead | undefined> {
  return db.transaction().execute(async (transaction) => {
    const head = await lastOld(transaction, district, before);
    if (head === undefined) return undefined;
    await sql`delete from audit using audit_seals
      where audit_seals.district = ${district} and audit_seals.seq <= ${head.seq}
        and audit.district = audit_seals.district and audit.id = audit_seals.entry_id`.execute(transaction);
    await sql`delete from audit_seals where district = ${district} and seq <= ${head.seq}`.execute(
      transaction,
    );
    await transaction.deleteFrom('audit_anchors').where('district', '=', district).execute();
    await transaction
      .insertInto('audit_anchors')
      .values({ district, ...head, at: now, ...sign(head) })
      .execute();
    return head;
  });
}

/** The last of the first thousand seals before the first entry that is young enough to stay: the chain is cut at one place only. */
async function lastOld(db: Writer, district: string, before: Date): Promise<ChainHead | undefined> {
  const { rows } = await sql<ChainHead & { at: Date | null }>`
    select audit_seals.seq, audit_seals.hash, audit.at from audit_seals
    left join audit on audit.district = audit_seals.district and audit.id = audit_seals.entry_id
    where audit_seals.district = ${district} order by audit_seals.seq limit ${BATCH_SIZE}`.execute(db);
  const young = rows.findIndex(({ at }) => at !== null && at >= before);
  const last = (young === -1 ? rows : rows.slice(0, young)).at(-1);
  return last && { seq: last.seq, hash: last.hash };
}
