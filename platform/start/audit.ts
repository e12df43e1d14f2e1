import { rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Logger } from 'pino';
import { startCheckpointer } from '../audit/checkpointer.ts';
import { startSealer } from '../audit/sealer.ts';
import { AUDIT_KEEP_DAYS_MIN, type AuditTrail, openAuditTrail } from '../audit/trail.ts';
import type { Clock } from '../clock/clock.ts';
import type { Services } from '../http/environment.ts';
import { PlatformError } from '../platform-error.ts';
import type { Database } from '../store/database.ts';
import { auditKey } from './home.ts';
import type { Undo } from './undo.ts';

export interface AuditOptions {
  dataHome: string;
  /** A second file of checkpoints, on another disk or another machine's. */
  auditCheckpoints: string | undefined;
  /** Days that entries are kept; the platform's own figure when not given. */
  auditKeepDays: number | undefined;
}

/** Fails with `usage` for less than the law wants. */
export function keepDaysOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const days = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (days >= AUDIT_KEEP_DAYS_MIN) return days;
  throw new PlatformError(
    'usage',
    `--audit-keep-days ${text} is not a number of days from ${AUDIT_KEEP_DAYS_MIN} on.`,
    'Logs are kept for six months at least, up to 184 days: 网络安全法 (Cybersecurity Law), Art. 21 (3).',
  );
}

/** The file of the data home that checkpoints go to; a sandbox beside a platform has its own. */
export function checkpointFile(dataHome: string, isSandbox: boolean): string {
  return join(dataHome, isSandbox ? 'sandbox-audit-checkpoints.jsonl' : 'audit-checkpoints.jsonl');
}

export async function openAudit(
  stands: { db: Database; clock: Clock; log: Logger },
  { dataHome, auditCheckpoints, auditKeepDays: keepDays }: AuditOptions,
  sandbox: { isNew: boolean } | undefined,
): Promise<AuditTrail> {
  const more = auditCheckpoints === undefined ? [] : [resolve(auditCheckpoints)];
  const files = [checkpointFile(dataHome, sandbox !== undefined), ...more];
  const key = await auditKey(dataHome);
  // A sandbox made anew has an audit made anew, and that is no forgery.
  if (sandbox?.isNew) await Promise.all(files.map(setAside));
  return openAuditTrail(stands, { key, files, keepDays });
}

/** Seals and checkpoints from now on; stopping, what is counted is entered, sealed and noted. */
export function startAudit({ db, audit, clock, log }: Services, undo: Undo): void {
  const checkpointer = startCheckpointer({ db, audit, clock, log });
  const sealer = startSealer(db, log);
  undo.push(async () => {
    await audit.refusals.flush();
    await sealer.stop();
    await checkpointer.stop();
  });
}

async function setAside(file: string): Promise<void> {
  await rename(file, `${file}.before`).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}
