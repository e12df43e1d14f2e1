import type { AuditCheckpoint, AuditFound } from '@district/contract/types.ts';
import { appendAudit } from '../../../platform/audit/append.ts';
import { concludeChain } from '../../../platform/audit/conclude.ts';
import { sealBatch } from '../../../platform/audit/seal.ts';
import { newSigningKey, openSigner } from '../../../platform/audit/signer.ts';
import { verifyStretch } from '../../../platform/audit/verify.ts';
import type { Database, Reader } from '../../../platform/store/database.ts';

export const GULOU = '320302';
const NINE = Date.parse('2026-11-25T09:00:00+08:00');
export const newKey = newSigningKey();
export const signer = openSigner(newKey);

/** One entry of Gulou's chain, so many minutes after nine. */
export async function enter(db: Reader, object: string, minutes = 0, district = GULOU): Promise<void> {
  const actor = {
    operator: null,
    address: '10.0.0.7',
    requestId: `r-${object}`,
    at: new Date(NINE + minutes * 60_000),
  };
  const facts = { before: { state: 'submitted', version: 1 }, after: { state: 'accepted', version: 2 } };
  await appendAudit(db, actor, { district, action: 'requests.accept', object, ...facts });
}

export async function sealAll(db: Database): Promise<void> {
  while ((await sealBatch(db)) > 0);
}

/** A whole verification of Gulou's chain, in as many stretches as it takes. */
export async function verify(db: Database, checkpoints: AuditCheckpoint[] = []): Promise<AuditFound[]> {
  const findings: AuditFound[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const stretch = await verifyStretch(db, GULOU, after);
    findings.push(...stretch.findings);
    after = stretch.next;
  }
  return [...findings, ...(await concludeChain(db, GULOU, checkpoints, signer)).findings];
}

/** Findings as a person would say them: `changed 3`, `removed 4-6`. */
export function said(findings: AuditFound[]): string[] {
  return findings.map(({ kind, from, to, entry }) =>
    from === null ? `${kind} ${entry?.object}` : `${kind} ${from === to ? from : `${from}-${to}`}`,
  );
}
