import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';

/**
 * What of an entry is sealed: everything a person reads, as a JSON array in the form that PostgreSQL's jsonb writes (keys sorted, numbers
 * plain), with the instant to the microsecond. It is hashed here and not in the database, whose functions a forger could replace.
 */
export const CANONICAL_ENTRY: RawBuilder<string> = sql`jsonb_build_array(
  audit.district, audit.id, audit.at at time zone 'UTC', audit.operator_id, audit.operator_name, audit.operator_role,
  audit.operator_region, audit.bearer_id, audit.action, audit.object, audit.outcome, audit.code, audit.count, audit.address,
  audit.http_request_id, audit.before, audit.after)::text`;

/** Where a chain stands: the number of its last seal, and the hash the next one builds on. */
export interface ChainHead {
  seq: number;
  hash: Buffer;
}

/** What the first seal of a district builds on. */
export function chainBeginning(district: string): ChainHead {
  return { seq: 0, hash: sha256(`district audit, version 1: ${district}`) };
}

export function entryHash(canonical: string): Buffer {
  return sha256(canonical);
}

/** The seal of an entry: hash of the seal before, its number and the entry's own hash, each of fixed length. */
export function sealHash(before: Buffer, seq: number, entry: Buffer): Buffer {
  const number = Buffer.alloc(8);
  number.writeBigUInt64BE(BigInt(seq));
  return createHash('sha256').update(before).update(number).update(entry).digest();
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
