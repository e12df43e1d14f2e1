import type { AuditCheckpoint, AuditFound, AuditVerification } from '@district/contract/types.ts';
import type { Client } from '../../client/client.ts';
import { commandMessages } from '../../i18n/messages/command.ts';
import { figureText } from '../../i18n/progress-text.ts';
import { translate } from '../../i18n/translate.ts';
import type { OperationContext } from '../operation.ts';

/** Findings after which a verification stops: by then nobody doubts, and somebody has to look at the database itself. */
const FINDINGS_MAX = 1_000;

interface VerifiedChain {
  chain: string;
  verified: number;
  anchor: AuditVerification['anchor'];
  unsealed: number;
}

/** A verification of all chains one may see. */
export interface Verified {
  /** Nothing was found and every chain was gone through. */
  whole: boolean;
  complete: boolean;
  verified: number;
  chains: VerifiedChain[];
  findings: AuditFound[];
  /** Where the chains stand now, signed: worth keeping elsewhere. */
  checkpoints: AuditCheckpoint[];
}

type Wish = { region?: string | undefined; checkpoints: readonly AuditCheckpoint[] };

/** Goes through every chain, a stretch a call. */
export async function verifyChains(
  client: Pick<Client, 'verifyAudit'>,
  { region, checkpoints }: Wish,
  { signal, count, language }: Pick<OperationContext, 'signal' | 'count' | 'language'>,
): Promise<Verified> {
  const result: Verified = {
    ...{ whole: false, complete: false, verified: 0 },
    ...{ chains: [], findings: [], checkpoints: [] },
  };
  let cursor: string | null = null;
  do {
    const stretch: AuditVerification = await client.verifyAudit(
      {
        ...(region !== undefined && { region }),
        ...(cursor !== null && { cursor }),
        ...(checkpoints.length > 0 && { checkpoints: [...checkpoints] }),
      },
      signal,
    );
    add(result, stretch);
    cursor = stretch.next;
    const n = figureText(result.verified);
    count(translate(commandMessages, language, 'verified', { n }));
  } while (cursor !== null && result.findings.length < FINDINGS_MAX);
  result.complete = cursor === null;
  result.whole = result.complete && result.findings.length === 0;
  return result;
}

function add(
  result: Verified,
  { chain, verified, anchor, unsealed, findings, checkpoint }: AuditVerification,
): void {
  result.verified += verified;
  result.findings.push(...findings);
  if (checkpoint) result.checkpoints.push(checkpoint);
  if (chain === null) return;
  const known = result.chains.find((one) => one.chain === chain);
  if (known) {
    known.verified += verified;
    known.unsealed += unsealed;
  } else result.chains.push({ chain, verified, anchor, unsealed });
}
