import { randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemCode } from './errors.ts';
import { stopLeftover } from './leftover.ts';
import { acquireLock } from './lock.ts';

const OWNER_FILE = 'owner.json';
const REMOVED = '.removed';

interface Owner {
  dataHome: string;
  /** The file system it was on: if it is missing because that is not mounted, the data is not abandoned. */
  device: number;
}

/** Notes in `home` which data home it belongs to. */
export async function recordOwner(home: string, dataHome: string): Promise<void> {
  const owner: Owner = { dataHome, device: (await stat(dataHome)).dev };
  await writeFile(join(home, OWNER_FILE), JSON.stringify(owner), { mode: 0o600 });
}

/**
 * Removes root's data whose data home was deleted, unless a process still has it. The directory is renamed before its
 * files go, since its lock is among them.
 */
export async function sweepAbandoned(systemHome: string): Promise<void> {
  for (const name of await readdir(systemHome)) {
    const home = join(systemHome, name);
    if (name.endsWith(REMOVED)) await rm(home, { recursive: true, force: true });
    else if (await isAbandoned(home)) await removeUnlessHeld(home);
  }
}

async function removeUnlessHeld(home: string): Promise<void> {
  const lock = await acquireLock(join(home, 'lock')).catch(() => undefined);
  if (!lock) return;
  // Looked at again under the lock: its platform may just have come back.
  if (!(await isAbandoned(home))) return lock.release();
  await stopLeftover(join(home, 'store', 'cluster'));
  const removed = `${home}.${randomUUID()}${REMOVED}`;
  await rename(home, removed);
  await rm(removed, { recursive: true, force: true });
}

async function isAbandoned(home: string): Promise<boolean> {
  try {
    const owner: Owner = JSON.parse(await readFile(join(home, OWNER_FILE), 'utf8'));
    return owner.device === (await deviceIfMissing(owner.dataHome));
  } catch {
    // Without a readable owner we do not know whose it is: leave it.
    return false;
  }
}

/** The device of the nearest directory that is left, or undefined if `path` exists. */
async function deviceIfMissing(path: string): Promise<number | undefined> {
  let nearest = path;
  for (;;) {
    try {
      const { dev } = await stat(nearest);
      return nearest === path ? undefined : dev;
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') throw error;
      nearest = dirname(nearest);
    }
  }
}
