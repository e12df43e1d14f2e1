import type { Logger } from 'pino';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../store/database.ts';
import { type CheckpointFiles, openCheckpointFiles } from './checkpoint-files.ts';
import { openRefusals, type Refusals } from './refusals.ts';
import { openSigner, type Signer } from './signer.ts';

/**
 * Days an entry is kept at least: 网络安全法 Art. 21 (3) wants logs kept for six months, and the longest six months of the calendar have 184.
 */
export const AUDIT_KEEP_DAYS_MIN = 184;
/** A year and a month: this season can be compared with the last. */
const AUDIT_KEEP_DAYS_DEFAULT = 396;

/** What the audit needs besides its table: the platform's key, checkpoints kept elsewhere, and refusals that are counted together. */
export interface AuditTrail {
  signer: Signer;
  checkpoints: CheckpointFiles;
  refusals: Refusals;
  /** Days an entry is kept. */
  keepDays: number;
}

/** @param key the platform's private key, PKCS #8 in PEM. @param files where checkpoints are appended to. */
export function openAuditTrail(
  { db, clock, log }: { db: Database; clock: Clock; log: Logger },
  {
    key,
    files,
    keepDays = AUDIT_KEEP_DAYS_DEFAULT,
  }: { key: string; files: readonly string[]; keepDays?: number | undefined },
): AuditTrail {
  return {
    signer: openSigner(key),
    checkpoints: openCheckpointFiles(files),
    refusals: openRefusals(db, clock, log),
    keepDays,
  };
}
