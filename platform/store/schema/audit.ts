import type { AuditOutcome } from '@district/contract/vocabulary.ts';
import type { ColumnType, Generated } from 'kysely';

export interface AuditTable {
  district: string;
  id: string;
  at: Date;
  operator_id: string | null;
  operator_name: string | null;
  action: string;
  object: string;
  address: string | null;
  http_request_id: string;
  before: ColumnType<unknown, string | null, never>;
  after: ColumnType<unknown, string | null, never>;
  /** The writing transaction: the sealer need not look before the oldest that ran when it last looked. */
  xid: Generated<string>;
  outcome: Generated<AuditOutcome>;
  /** The problem a refusal was answered with. */
  code: string | null;
  /** How often within its minute, for refusals that are counted together. */
  count: Generated<number>;
  /** The operator's post then: it may be another today. */
  operator_role: string | null;
  operator_region: string | null;
  /** The session or token it was done with. */
  bearer_id: string | null;
}

/** Where an entry stands in its district's chain; bytes are SHA-256. */
export interface AuditSealsTable {
  district: string;
  seq: number;
  entry_id: string;
  /** Of the entry alone. */
  entry_hash: Buffer;
  /** Of the seal before, the number and the entry. */
  hash: Buffer;
}

/** The last seal of entries that were deleted at the end of their time, signed by the platform. */
export interface AuditAnchorsTable {
  district: string;
  seq: number;
  hash: Buffer;
  at: Date;
  key: string;
  signature: string;
}
