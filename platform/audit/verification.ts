import type { AuditCheckpoint, AuditVerification } from '@district/contract/types.ts';
import type { Operator } from '../access/operator.ts';
import type { Services } from '../http/environment.ts';
import { cursorKey, decodeCursor, encodeCursor } from '../http/paging.ts';
import { latestAnchor } from './anchor.ts';
import { visible } from './chains.ts';
import { signCheckpoint } from './checkpoint.ts';
import { concludeChain } from './conclude.ts';
import { chainedDistricts } from './heads.ts';
import { readRegion } from './list.ts';
import { verifyStretch } from './verify.ts';

interface Wish {
  region?: string | undefined;
  cursor?: string | undefined;
  checkpoints?: readonly AuditCheckpoint[] | undefined;
}

const CHAIN = /^(\d{2}|\d{4}|\d{6}|platform)$/;
const NUMBER = /^\d{1,15}$/;

/** One stretch of one chain, and after its last stretch what only shows then. The cursor says where to go on; nothing is kept in between. */
export async function verifyAudit(
  services: Services,
  operator: Operator,
  wish: Wish,
): Promise<AuditVerification> {
  const { db } = services;
  const region = wish.region === undefined ? undefined : readRegion(wish.region);
  const { signer, checkpoints } = services.audit;
  // A chain that only a checkpoint knows of has been removed whole.
  const remembered = [
    ...(await checkpoints.newest()).keys(),
    ...(wish.checkpoints ?? []).map(({ district }) => district),
  ];
  const chains = visible([...(await chainedDistricts(db)), ...remembered], operator, region);
  const keys = decodeCursor('audit.verification', wish.cursor, 2);
  const from = keys ? cursorKey(keys[0], CHAIN) : chains[0];
  const after = keys ? Number(cursorKey(keys[1], NUMBER)) : 0;
  if (from === undefined) return NOTHING;
  const stretch = await verifyStretch(db, from, after);
  const anchor = await latestAnchor(db, from);
  const shared = {
    chain: from,
    verified: stretch.verified,
    anchor: anchor ? { seq: anchor.seq, at: anchor.at.toISOString() } : null,
  };
  const goOn = (chain: string, seq: number) => encodeCursor('audit.verification', [chain, String(seq)]);
  if (stretch.next !== null) {
    return {
      ...shared,
      findings: stretch.findings,
      unsealed: 0,
      checkpoint: null,
      next: goOn(from, stretch.next),
    };
  }
  const known = [...(await checkpoints.read(from)), ...(wish.checkpoints ?? [])];
  const end = await concludeChain(db, from, known, signer);
  const following = chains.find((chain) => chain > from);
  return {
    ...shared,
    findings: [...stretch.findings, ...end.findings],
    unsealed: end.unsealed,
    checkpoint: signCheckpoint(signer, from, end.head, services.clock.now()),
    next: following === undefined ? null : goOn(following, 0),
  };
}

const NOTHING: AuditVerification = {
  chain: null,
  verified: 0,
  findings: [],
  anchor: null,
  unsealed: 0,
  checkpoint: null,
  next: null,
};
