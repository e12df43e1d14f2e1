import { AUDIT_FINDINGS_MAX } from '@district/contract/limits.ts';
import type { AuditCheckpoint, AuditFound } from '@district/contract/types.ts';
import { sql } from 'kysely';
import type { Reader } from '../store/database.ts';
import { latestAnchor } from './anchor.ts';
import type { ChainHead } from './chain.ts';
import { isSigned } from './checkpoint.ts';
import { Findings } from './findings.ts';
import { chainHeads, hashesAt } from './heads.ts';
import { hasNoSeal, readHorizon } from './seal.ts';
import type { Signer } from './signer.ts';

export interface Conclusion {
  findings: AuditFound[];
  head: ChainHead;
  /** Entries of the last moment that the sealer has not come to. */
  unsealed: number;
}

/** What only shows once a chain has been gone through: its anchor's signature, entries beside the sealer, and what checkpoints know of it. */
export async function concludeChain(
  db: Reader,
  district: string,
  checkpoints: readonly AuditCheckpoint[],
  signer: Signer,
): Promise<Conclusion> {
  const findings = new Findings(district);
  const heads = await chainHeads(db, [district]);
  const head = heads.get(district) as ChainHead;
  const first = await checkAnchor(db, district, signer, findings);
  await compareCheckpoints(db, { district, first, head, checkpoints, signer }, findings);
  const unsealed = await checkUnsealed(db, district, findings);
  return { findings: findings.list, head, unsealed };
}

/** @returns the number before which nothing can be compared any more. */
async function checkAnchor(
  db: Reader,
  district: string,
  signer: Signer,
  findings: Findings,
): Promise<number> {
  const anchor = await latestAnchor(db, district);
  if (!anchor) return 0;
  const { seq, hash, at, key, signature } = anchor;
  const told = { district, seq, hash: hash.toString('hex'), at: at.toISOString(), key, signature };
  if (!isSigned(signer, 'anchor', told)) findings.add('forged', 1, seq);
  return seq;
}

async function compareCheckpoints(
  db: Reader,
  {
    district,
    first,
    head,
    checkpoints,
    signer,
  }: {
    district: string;
    first: number;
    head: ChainHead;
    checkpoints: readonly AuditCheckpoint[];
    signer: Signer;
  },
  findings: Findings,
): Promise<void> {
  const own = checkpoints.filter((checkpoint) => checkpoint.district === district && checkpoint.seq >= first);
  for (const forged of own.filter((checkpoint) => !isSigned(signer, 'checkpoint', checkpoint)))
    findings.add('forged', forged.seq, forged.seq);
  const signed = own.filter((checkpoint) => isSigned(signer, 'checkpoint', checkpoint));
  const farthest = Math.max(head.seq, ...signed.map(({ seq }) => seq));
  if (farthest > head.seq) findings.add('cut_off', head.seq + 1, farthest);
  const hashes = await hashesAt(
    db,
    district,
    signed.map(({ seq }) => seq),
  );
  const differing = signed
    .filter(({ seq, hash }) => (hashes.get(seq) ?? hash) !== hash)
    .map(({ seq }) => seq);
  if (differing.length === 0) return;
  const firstDiffering = Math.min(...differing);
  const whole = signed.map(({ seq }) => seq).filter((seq) => seq < firstDiffering);
  findings.add('rewritten', Math.max(first, ...whole) + 1, Math.max(...differing));
}

/** The sealer passes nothing over, so an entry without a seal before its horizon was put there beside it. */
async function checkUnsealed(db: Reader, district: string, findings: Findings): Promise<number> {
  const horizon = await readHorizon(db);
  const { rows } = await sql<{
    id: string;
    at: Date;
    action: string;
    object: string;
  }>`
    select id, at, action, object from audit
    where district = ${district} and xid < ${horizon}::xid8 and ${hasNoSeal}
    order by id limit ${AUDIT_FINDINGS_MAX}`.execute(db);
  for (const { at, ...entry } of rows) findings.addUnsealed({ ...entry, at: at.toISOString() });
  const waiting = await sql<{ count: number }>`
    select count(*) from audit where district = ${district} and xid >= ${horizon}::xid8 and ${hasNoSeal}`.execute(
    db,
  );
  return waiting.rows[0]?.count ?? 0;
}
