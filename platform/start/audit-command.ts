import { resolve } from 'node:path';
import type { AuditFound } from '@district/contract/types.ts';
import { openCheckpointFiles } from '../audit/checkpoint-files.ts';
import { concludeChain } from '../audit/conclude.ts';
import { chainedDistricts } from '../audit/heads.ts';
import { openSigner } from '../audit/signer.ts';
import { verifyStretch } from '../audit/verify.ts';
import type { Reader } from '../store/database.ts';
import { checkpointFile } from './audit.ts';
import { auditKey } from './home.ts';
import { withDatabase } from './with-database.ts';

interface Flags {
  dataHome: string;
  sandbox?: boolean;
  checkpoints?: string[];
}

/** Exit code of a verification that found something, the same as of `district audit verify`. */
const EXIT_FOUND = 10;

/** Verifies every chain without a platform: of a stopped one's data, or straight on the database of DATABASE_URL. */
export function verifyAuditCommand(flags: Flags): Promise<void> {
  return withDatabase(flags, async (db) => {
    const signer = openSigner(await auditKey(flags.dataHome));
    const files = [checkpointFile(flags.dataHome, flags.sandbox ?? false), ...(flags.checkpoints ?? [])];
    const checkpoints = openCheckpointFiles(files.map((file) => resolve(file)));
    const chains = new Set([...(await chainedDistricts(db)), ...(await checkpoints.newest()).keys()]);
    let found = 0;
    for (const chain of [...chains].sort()) {
      const { verified, findings } = await walk(db, chain);
      const end = await concludeChain(db, chain, await checkpoints.read(chain), signer);
      const all = [...findings, ...end.findings];
      found += all.length;
      say(`${chain}  ${verified} entries, ${end.unsealed} not sealed yet`);
      for (const finding of all) say(findingLine(finding));
    }
    say(found === 0 ? 'The audit is whole.' : `The audit is not whole: ${found} found.`);
    if (found > 0) process.exitCode = EXIT_FOUND;
  });
}

async function walk(db: Reader, chain: string): Promise<{ verified: number; findings: AuditFound[] }> {
  const findings: AuditFound[] = [];
  let verified = 0;
  for (let after: number | null = 0; after !== null; ) {
    const stretch = await verifyStretch(db, chain, after);
    findings.push(...stretch.findings);
    verified += stretch.verified;
    after = stretch.next;
  }
  return { verified, findings };
}

function findingLine({ kind, chain, from, to, entry }: AuditFound): string {
  const where = from === null ? chain : `${chain} no. ${from === to ? from : `${from}-${to}`}`;
  const what = entry && [entry.at, entry.action, entry.object, entry.id].filter(Boolean).join(' ');
  return [`! ${where}: ${kind}`, what].filter(Boolean).join('  ');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
