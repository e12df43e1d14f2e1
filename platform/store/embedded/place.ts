import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Account, chooseAccount, runningAsRoot } from './account.ts';
import { fromSystemError, notWritable, systemCode } from './errors.ts';
import { acquireLock } from './lock.ts';
import { recordOwner, sweepAbandoned } from './sweep.ts';

/** Where root keeps data: a clone or a home under /root (0700) is closed to the user that PostgreSQL runs as. */
export const SYSTEM_HOME = '/var/lib/district-platform';

/** The files of one embedded database. */
export interface Place {
  /** What the caller asked for. */
  dataHome: string;
  /** Where the files really are: `dataHome` itself, or as root a directory of SYSTEM_HOME. */
  home: string;
  /** Holds the cluster together with its format file, so that both appear and go in one rename. */
  store: string;
  /** PostgreSQL's data directory. */
  cluster: string;
  /** Where a copy of the binaries goes if they cannot be used where they are. */
  binariesHome: string;
  account: Account | undefined;
}

/** DISTRICT_DATA_HOME, or else `district-platform` in XDG_DATA_HOME (which must be absolute) or ~/.local/share. */
export function defaultDataHome(env: NodeJS.ProcessEnv, homedir: string): string {
  if (env.DISTRICT_DATA_HOME) return resolve(env.DISTRICT_DATA_HOME);
  const shared = env.XDG_DATA_HOME?.startsWith('/') ? env.XDG_DATA_HOME : join(homedir, '.local', 'share');
  return join(shared, 'district-platform');
}

export function homeOf(dataHome: string): string {
  return runningAsRoot() ? join(SYSTEM_HOME, shortHash(dataHome)) : dataHome;
}

/** 48 bits: no two of one machine's data homes meet, and the socket's path stays short. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Makes the directories, takes the lock and clears what an interrupted run left. The caller releases the lock. */
export async function openPlace(
  dataHomeAsGiven: string,
): Promise<{ place: Place; release(): Promise<void> }> {
  const dataHome = resolve(dataHomeAsGiven);
  const home = homeOf(dataHome);
  try {
    if (runningAsRoot()) await prepareSystemHome();
    await makeDataHome(dataHome);
    if (runningAsRoot()) await claimHome(dataHome, home);
    const lock = await acquireLock(join(home, 'lock'));
    try {
      const store = join(home, 'store');
      await clearInterrupted(home, store);
      const cluster = join(store, 'cluster');
      const account = await chooseAccount(cluster);
      const binariesHome = account ? SYSTEM_HOME : home;
      return { place: { dataHome, home, store, cluster, binariesHome, account }, release: lock.release };
    } catch (error) {
      await lock.release();
      throw error;
    }
  } catch (error) {
    throw fromSystemError(error, dataHome);
  }
}

/** Before the data home is made: if it was deleted, so should be the data that root kept for it. */
async function prepareSystemHome(): Promise<void> {
  await mkdir(SYSTEM_HOME, { recursive: true });
  // Others may pass through to what is theirs; the caller's umask must not decide that.
  await chmod(SYSTEM_HOME, 0o755);
  await sweepAbandoned(SYSTEM_HOME);
}

async function makeDataHome(dataHome: string): Promise<void> {
  try {
    await mkdir(dataHome, { recursive: true, mode: 0o700 });
  } catch (error) {
    // Node's answer for a file system that is mounted read-only.
    if (systemCode(error) === 'ENOENT') throw notWritable(dataHome, 'no directory can be made there', error);
    throw error;
  }
}

async function claimHome(dataHome: string, home: string): Promise<void> {
  await mkdir(home, { recursive: true });
  await chmod(home, 0o711);
  await recordOwner(home, dataHome);
  await writeFile(join(dataHome, 'location'), `${home}\n`, { mode: 0o600 });
}

/** A half-made store is dropped; one that a restore had moved aside, without bringing the new one in, comes back. */
async function clearInterrupted(home: string, store: string): Promise<void> {
  const replaced = replacedStore(store);
  if (!(await exists(store)) && (await exists(replaced))) await rename(replaced, store);
  for (const name of await readdir(home)) {
    // With retries: an initdb whose platform was killed may go on writing there for a second.
    if (name.startsWith('store.'))
      await rm(join(home, name), { recursive: true, force: true, maxRetries: 10 });
  }
}

export function replacedStore(store: string): string {
  return `${store}.replaced`;
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => {
      if (systemCode(error) === 'ENOENT') return false;
      throw error;
    },
  );
}
