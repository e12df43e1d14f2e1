import type { Logger } from 'pino';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../store/database.ts';
import { signCheckpoint } from './checkpoint.ts';
import { chainedDistricts, chainHeads, hashesAt } from './heads.ts';
import type { AuditTrail } from './trail.ts';

/** A tail cut off shows back to the last checkpoint. A busy day leaves 5,000 lines, under 2 MB. */
const PAUSE_MS = 5_000;

export interface Checkpointer {
  stop(): Promise<void>;
}

/** Writes where each chain stands to files outside the database, whenever that has changed; each platform process does so for itself. */
export function startCheckpointer({
  db,
  audit,
  clock,
  log,
}: {
  db: Database;
  audit: AuditTrail;
  clock: Clock;
  log: Logger;
}): Checkpointer {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const alarmed = new Set<string>();

  async function note(): Promise<void> {
    const newest = await audit.checkpoints.newest();
    const heads = await chainHeads(db, [...new Set([...(await chainedDistricts(db)), ...newest.keys()])]);
    const moved = [...heads].filter(([district, { seq }]) => seq !== (newest.get(district)?.seq ?? 0));
    for (const [district] of moved) await compare(district);
    if (moved.length === 0) return;
    const at = clock.now();
    await audit.checkpoints.append(
      moved.map(([district, head]) => signCheckpoint(audit.signer, district, head, at)),
    );
  }

  /** Whoever reads the log need not wait for the next verification. */
  async function compare(district: string): Promise<void> {
    const checkpoint = (await audit.checkpoints.newest()).get(district);
    if (!checkpoint || checkpoint.seq === 0 || alarmed.has(district)) return;
    const hash = (await hashesAt(db, district, [checkpoint.seq])).get(checkpoint.seq);
    if (hash === checkpoint.hash) return;
    alarmed.add(district);
    log.error(
      { chain: district, seq: checkpoint.seq },
      'the audit is not the one of the last checkpoint: run `district audit verify`',
    );
  }

  function noteOnce(): Promise<void> {
    running = running
      .then(note)
      .catch((error: unknown) => log.error({ err: error }, 'a checkpoint of the audit could not be written'));
    return running;
  }

  function next(): void {
    timer = setTimeout(() => void noteOnce().then(() => stopped || next()), PAUSE_MS);
  }
  next();

  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await noteOnce();
    },
  };
}
