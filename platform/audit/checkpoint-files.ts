import { createReadStream } from 'node:fs';
import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { AuditCheckpoint as Schema } from '@district/contract/schemas/audit.ts';
import type { AuditCheckpoint } from '@district/contract/types.ts';

/**
 * Checkpoints of one chain that a verification compares at most, thinned evenly as they are read: with a year's lines in the file, the
 * rest would only narrow down where a chain was cut.
 */
const KEPT_MAX = 1_000;

/** Checkpoints outside the database: files of JSON lines that are only ever appended to, readable by the platform's account alone. */
export interface CheckpointFiles {
  append(checkpoints: readonly AuditCheckpoint[]): Promise<void>;
  /** Of one chain, oldest first in each file, the newest always among them. */
  read(district: string): Promise<AuditCheckpoint[]>;
  /** The newest of each chain. The files are gone through once; after that it is known. */
  newest(): Promise<ReadonlyMap<string, AuditCheckpoint>>;
}

export function openCheckpointFiles(files: readonly string[]): CheckpointFiles {
  let known: Promise<Map<string, AuditCheckpoint>> | undefined;
  const newest = () => (known ??= readNewest(files));
  return {
    async append(checkpoints) {
      const lines = checkpoints.map((checkpoint) => `${JSON.stringify(checkpoint)}\n`).join('');
      for (const file of files) {
        await mkdir(dirname(file), { recursive: true, mode: 0o700 });
        await appendFile(file, lines, { mode: 0o600 });
      }
      const map = await newest();
      for (const checkpoint of checkpoints) map.set(checkpoint.district, checkpoint);
    },
    async read(district) {
      const found = await Promise.all(files.map((file) => readThinned(file, district)));
      return found.flat();
    },
    newest,
  };
}

async function readNewest(files: readonly string[]): Promise<Map<string, AuditCheckpoint>> {
  const found = new Map<string, AuditCheckpoint>();
  for (const file of files) {
    for await (const checkpoint of checkpointsIn(file)) {
      const before = found.get(checkpoint.district);
      if (before === undefined || before.seq <= checkpoint.seq) found.set(checkpoint.district, checkpoint);
    }
  }
  return found;
}

async function readThinned(file: string, district: string): Promise<AuditCheckpoint[]> {
  let kept: AuditCheckpoint[] = [];
  let stride = 1;
  let count = 0;
  let last: AuditCheckpoint | undefined;
  for await (const checkpoint of checkpointsIn(file)) {
    if (checkpoint.district !== district) continue;
    last = checkpoint;
    count += 1;
    if (count % stride === 0) kept.push(checkpoint);
    if (kept.length < KEPT_MAX) continue;
    kept = kept.filter((_, index) => index % 2 === 1);
    stride *= 2;
  }
  return last === undefined || kept.at(-1) === last ? kept : [...kept, last];
}

async function* checkpointsIn(file: string): AsyncGenerator<AuditCheckpoint> {
  const input = createReadStream(file);
  try {
    for await (const line of createInterface({ input })) {
      const checkpoint = checkpointIn(line);
      if (checkpoint) yield checkpoint;
    }
  } catch (error) {
    // Before the first checkpoint there is no file.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** A line that was torn by a power cut says nothing; one that was tampered with still parses, and its signature tells. */
function checkpointIn(line: string): AuditCheckpoint | undefined {
  try {
    return Schema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
