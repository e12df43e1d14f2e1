import { AUDIT_FINDINGS_MAX, AUDIT_VERIFIED_MAX } from '@district/contract/limits.ts';
import type { AuditFound } from '@district/contract/types.ts';
import { sql } from 'kysely';
import type { Reader } from '../store/database.ts';
import { latestAnchor } from './anchor.ts';
import { CANONICAL_ENTRY, chainBeginning, entryHash, sealHash } from './chain.ts';
import { Findings } from './findings.ts';

/** Seals read at once: some hundred kilobytes of entries. */
const BATCH_SIZE = 1_000;
/** An entry this much older than the one sealed before it was put in later. A write takes seconds at most, and clocks of two machines differ by less. */
const BACKDATED_MINUTES_MAX = 10;

interface SealedEntry {
  seq: number;
  entry_id: string;
  entry_hash: Buffer;
  hash: Buffer;
  canonical: string | null;
  at: Date | null;
  action: string | null;
  object: string | null;
}

export interface Stretch {
  /** Number of the last seal gone through, to go on from; null at the chain's end. */
  next: number | null;
  verified: number;
  findings: AuditFound[];
}

/** Goes through a stretch of a chain after the seal numbered `after`: a batch in memory at a time. */
export async function verifyStretch(db: Reader, district: string, after: number): Promise<Stretch> {
  const findings = new Findings(district);
  let verified = 0;
  let before = await placeAt(db, district, after);
  while (verified < AUDIT_VERIFIED_MAX && findings.length < AUDIT_FINDINGS_MAX) {
    const batch = await readSeals(db, district, before.seq);
    for (const sealed of batch) {
      checkSeal(before, sealed, findings);
      before = { seq: sealed.seq, hash: sealed.hash, at: sealed.at ?? before.at };
    }
    verified += batch.length;
    if (batch.length < BATCH_SIZE) return { next: null, verified, findings: findings.list };
  }
  return { next: before.seq, verified, findings: findings.list };
}

/** Where a stretch begins. The hash is unknown when the very seal is missing: then only its successor's link cannot be checked. */
interface Place {
  seq: number;
  hash: Buffer | undefined;
  at: Date | null;
}

async function placeAt(db: Reader, district: string, seq: number): Promise<Place> {
  const anchor = await latestAnchor(db, district);
  const beginning = anchor ?? chainBeginning(district);
  if (seq <= beginning.seq) return { ...beginning, at: null };
  const { rows } = await sql<{ hash: Buffer; at: Date | null }>`
    select audit_seals.hash, audit.at from audit_seals
    left join audit on audit.district = audit_seals.district and audit.id = audit_seals.entry_id
    where audit_seals.district = ${district} and audit_seals.seq = ${seq}`.execute(db);
  return { seq, hash: rows[0]?.hash, at: rows[0]?.at ?? null };
}

async function readSeals(db: Reader, district: string, after: number): Promise<SealedEntry[]> {
  const { rows } = await sql<SealedEntry>`
    select audit_seals.seq, audit_seals.entry_id, audit_seals.entry_hash, audit_seals.hash,
      case when audit.id is not null then ${CANONICAL_ENTRY} end as canonical, audit.at, audit.action, audit.object
    from audit_seals
    left join audit on audit.district = audit_seals.district and audit.id = audit_seals.entry_id
    where audit_seals.district = ${district} and audit_seals.seq > ${after}
    order by audit_seals.seq limit ${BATCH_SIZE}`.execute(db);
  return rows;
}

function checkSeal(before: Place, sealed: SealedEntry, findings: Findings): void {
  const { seq, canonical, at } = sealed;
  const entry = {
    id: sealed.entry_id,
    at: at?.toISOString() ?? null,
    action: sealed.action,
    object: sealed.object,
  };
  const follows = seq === before.seq + 1;
  if (!follows) findings.add('removed', before.seq + 1, seq - 1);
  if (canonical === null) findings.add('removed', seq, seq, entry);
  else if (!entryHash(canonical).equals(sealed.entry_hash)) findings.add('changed', seq, seq, entry);
  if (follows && before.hash && !sealHash(before.hash, seq, sealed.entry_hash).equals(sealed.hash))
    findings.add('reordered', seq, seq, entry);
  if (at && before.at && before.at.valueOf() - at.valueOf() > BACKDATED_MINUTES_MAX * 60_000)
    findings.add('inserted', seq, seq, entry);
}
