import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { EmbeddedError, systemCode } from './errors.ts';
import { identify, isRunning, type ProcessIdentity } from './process-table.ts';

export interface Lock {
  release(): Promise<void>;
}

/**
 * Takes the lock file at `path`, or throws `data_in_use` naming the process that has it.
 *
 * The file appears by link(2), complete and only if none is there. A lock whose process is gone (died, pid used again,
 * other boot) is replaced by rename(2) while holding a second lock on the take-over itself, so that of two starters that
 * both find it stale one wins and the other then sees the winner. A lock can thus never be unlinked under a live owner.
 */
export async function acquireLock(path: string): Promise<Lock> {
  const self = await identify(process.pid);
  if (!self) throw new Error(`/proc/${process.pid}/stat cannot be read`);
  const content = JSON.stringify({ ...self, token: randomUUID() });
  const draft = `${path}.${randomUUID()}.draft`;
  await writeFile(draft, content, { mode: 0o600, flag: 'wx' });
  try {
    while (!(await linkIfAbsent(draft, path)) && !(await replaceStale(path, draft))) {
      // Released between the two: it can be had the plain way.
    }
  } finally {
    await rm(draft, { force: true });
  }
  return {
    async release() {
      if ((await readLock(path)) === content) await rm(path);
    },
  };
}

/** False if the lock went away meanwhile; then it must be linked, since renaming could bury someone's new one. */
async function replaceStale(path: string, draft: string): Promise<boolean> {
  if (!(await isStale(path))) return false;
  const takeover = await acquireLock(`${path}.takeover`);
  try {
    if (!(await isStale(path))) return false;
    await rename(draft, path);
    return true;
  } finally {
    await takeover.release();
  }
}

/** False if there is no lock; throws `data_in_use` if its process is running. */
async function isStale(path: string): Promise<boolean> {
  const content = await readLock(path);
  if (content === undefined) return false;
  const holder = parseHolder(content);
  if (!holder || !(await isRunning(holder))) return true;
  throw new EmbeddedError(
    'data_in_use',
    `The data is in use by process ${holder.pid} (lock file ${path}).`,
    `Use that platform, or stop it (kill ${holder.pid}) and try again, or set DISTRICT_DATA_HOME to another directory.`,
  );
}

async function linkIfAbsent(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function readLock(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  });
}

/** Undefined for a file that a power cut left empty or torn: whoever wrote it is gone. */
function parseHolder(content: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
