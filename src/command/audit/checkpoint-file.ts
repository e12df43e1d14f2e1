import { readFile } from 'node:fs/promises';
import { AUDIT_CHECKPOINTS_MAX } from '@district/contract/limits.ts';
import type { AuditCheckpoint } from '@district/contract/types.ts';
import { usageFailure } from '../usage-failure.ts';

/**
 * Checkpoints from a file of JSON lines, in which a line may also hold a list of them; of too many, the newest and an even choice of the
 * others. A line that is none is named: leaving it out would let a damaged file pass for a whole one.
 */
export async function checkpointsOf(file: string): Promise<AuditCheckpoint[]> {
  const content = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw usageFailure({ en: `--checkpoints: ${error.message}`, zh: `--checkpoints:${error.message}` });
  });
  const lines = content.split('\n');
  const checkpoints = lines.flatMap((line, at) => (line.trim() === '' ? [] : checkpointsIn(line, at + 1)));
  if (checkpoints.length === 0)
    throw usageFailure({ en: `${file} holds no checkpoint.`, zh: `${file} 里没有检查点。` });
  const newest = new Map(checkpoints.map((checkpoint) => [checkpoint.district, checkpoint]));
  const stride = Math.ceil(checkpoints.length / (AUDIT_CHECKPOINTS_MAX - newest.size));
  const chosen = checkpoints.filter((_, at) => at % stride === 0);
  return [...new Set([...chosen, ...newest.values()])];
}

function checkpointsIn(line: string, number: number): AuditCheckpoint[] {
  try {
    const value: unknown = JSON.parse(line);
    const given = Array.isArray(value)
      ? value
      : [(value as { checkpoints?: unknown }).checkpoints ?? value].flat();
    if (given.every(isCheckpoint)) return given;
  } catch {
    // Said below.
  }
  throw usageFailure({
    en: `--checkpoints: line ${number} is no checkpoint.`,
    zh: `--checkpoints:第 ${number} 行不是检查点。`,
  });
}

function isCheckpoint(value: unknown): value is AuditCheckpoint {
  const { district, seq, hash, at, key, signature } = Object(value) as Record<string, unknown>;
  return (
    typeof seq === 'number' && [district, hash, at, key, signature].every((part) => typeof part === 'string')
  );
}
