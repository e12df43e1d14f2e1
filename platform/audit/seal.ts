import { sql } from 'kysely';
import type { Database, Reader, Writer } from '../store/database.ts';
import { CANONICAL_ENTRY, entryHash, sealHash } from './chain.ts';
import { chainHeads } from './heads.ts';

/** Entries sealed in one transaction: some tens of milliseconds, so that whoever waits for the lock waits no longer. */
const BATCH_SIZE = 1_000;
/** PostgreSQL's advisory lock that one sealer of all platform processes on a database holds for a pass: "audit" in ASCII. */
const SEALER_LOCK = 0x61_75_64_69_74;
/** The row of `installation` that says from which transaction on there may be entries without a seal. */
const HORIZON = 'audit';

interface Unsealed {
  district: string;
  xid: string;
  id: string;
  canonical: string;
}

/**
 * Seals what has been committed and is not sealed yet, in the order of the writing transactions. One that commits late is simply found by
 * a later pass, so nobody waits for anybody. Returns how many; 0 also when another process is at it.
 */
export async function sealBatch(db: Database): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    if (!(await isAlone(transaction))) return 0;
    const horizon = await readHorizon(transaction);
    // Taken before the entries are read: what commits in between lies at or after it and is found again.
    const next = await oldestRunning(transaction);
    const entries = await unsealed(transaction, horizon);
    await insertSeals(transaction, entries);
    // Of a full batch, everything before its last transaction is done; after that there is more.
    const last = entries.length < BATCH_SIZE ? undefined : entries.at(-1)?.xid;
    await writeHorizon(transaction, last === undefined || BigInt(last) > BigInt(next) ? next : last);
    return entries.length;
  });
}

/** Whether there is something to seal from a transaction on. Asked every moment, so it is one short query. */
export async function lookForUnsealed(
  db: Reader,
  from: string,
): Promise<{ found: boolean; oldestRunning: string }> {
  const { rows } = await sql<{ found: boolean; oldest: string }>`
    select exists (select from audit where xid >= ${from}::xid8 and ${isUnsealed}) as found,
      pg_snapshot_xmin(pg_current_snapshot())::text as oldest`.execute(db);
  return { found: rows[0]?.found ?? false, oldestRunning: rows[0]?.oldest ?? from };
}

/** The transaction before which everything is sealed. A database restored elsewhere counts its transactions anew: look at everything once. */
export async function readHorizon(db: Reader): Promise<string> {
  const { rows } = await sql<{ horizon: string }>`
    select value ->> 'horizon' as horizon from installation
    where name = ${HORIZON} and (value ->> 'horizon')::xid8 <= pg_snapshot_xmin(pg_current_snapshot())`.execute(
    db,
  );
  return rows[0]?.horizon ?? '0';
}

/** For all entries at once. */
export const hasNoSeal = sql<boolean>`not exists (
  select from audit_seals where audit_seals.district = audit.district and audit_seals.entry_id = audit.id)`;

/** Entry by entry through the index, which a plan made while there were few seals must not turn into going through all of them. */
const isUnsealed = sql<boolean>`(
  select audit_seals.seq from audit_seals
  where audit_seals.district = audit.district and audit_seals.entry_id = audit.id limit 1) is null`;

async function isAlone(db: Writer): Promise<boolean> {
  const { rows } = await sql<{
    alone: boolean;
  }>`select pg_try_advisory_xact_lock(${SEALER_LOCK}) as alone`.execute(db);
  return rows[0]?.alone ?? false;
}

async function oldestRunning(db: Reader): Promise<string> {
  const { rows } = await sql<{
    oldest: string;
  }>`select pg_snapshot_xmin(pg_current_snapshot())::text as oldest`.execute(db);
  return rows[0]?.oldest ?? '0';
}

/** The entries are chosen first: what is hashed of them is dear to make, and not made of those for which there is no room. */
async function unsealed(db: Reader, from: string): Promise<Unsealed[]> {
  const { rows } = await sql<Unsealed>`
    select audit.district, audit.id, audit.xid::text as xid, ${CANONICAL_ENTRY} as canonical
    from (
      select district, id from audit where xid >= ${from}::xid8 and ${isUnsealed} order by xid, id limit ${BATCH_SIZE}
    ) as chosen
    join audit on audit.district = chosen.district and audit.id = chosen.id
    order by audit.xid, audit.id`.execute(db);
  return rows;
}

async function insertSeals(db: Writer, entries: readonly Unsealed[]): Promise<void> {
  if (entries.length === 0) return;
  const heads = new Map(await chainHeads(db, [...new Set(entries.map(({ district }) => district))]));
  const seals = entries.map(({ district, id, canonical }) => {
    const head = heads.get(district);
    if (head === undefined) throw new Error(`no head for the chain of ${district}`);
    const entry = entryHash(canonical);
    const seq = head.seq + 1;
    const hash = sealHash(head.hash, seq, entry);
    heads.set(district, { seq, hash });
    return { district, seq, entry_id: id, entry_hash: entry, hash };
  });
  await db.insertInto('audit_seals').values(seals).execute();
}

async function writeHorizon(db: Writer, horizon: string): Promise<void> {
  const value = JSON.stringify({ horizon });
  await db
    .insertInto('installation')
    .values({ name: HORIZON, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
