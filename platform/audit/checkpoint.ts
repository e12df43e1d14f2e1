import type { AuditCheckpoint } from '@district/contract/types.ts';
import type { ChainHead } from './chain.ts';
import type { Signer } from './signer.ts';

/** What a chain was at a moment, signed: kept outside the database, it shows a tail that was cut off and a chain that was made anew. */
export function signCheckpoint(signer: Signer, district: string, head: ChainHead, at: Date): AuditCheckpoint {
  const told = { district, seq: head.seq, hash: head.hash.toString('hex'), at: at.toISOString() };
  return { ...told, key: signer.key, signature: signer.sign(signedText('checkpoint', told)) };
}

/** The same for an anchor: entries up to and including this one were deleted at the end of their time. */
export function signAnchor(signer: Signer, district: string, head: ChainHead, at: Date) {
  const told = { district, seq: head.seq, hash: head.hash.toString('hex'), at: at.toISOString() };
  return { key: signer.key, signature: signer.sign(signedText('anchor', told)) };
}

export function isSigned(signer: Signer, kind: Kind, { key, signature, ...told }: AuditCheckpoint): boolean {
  return key === signer.key && signer.verify(signedText(kind, told), signature);
}

type Kind = 'checkpoint' | 'anchor';

/** A checkpoint can never pass for an anchor: that would let a forger delete what comes before one. */
function signedText(kind: Kind, told: Omit<AuditCheckpoint, 'key' | 'signature'>): string {
  return [`district audit ${kind}`, told.district, told.seq, told.hash, told.at].join('\n');
}
