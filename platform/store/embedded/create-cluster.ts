import { chmod, chown, mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { writeFormat } from './format.ts';
import type { Place } from './place.ts';
import { mustRun } from './run-program.ts';

/** The cluster's one role; who may connect is decided by the socket's directory. */
export const DATABASE_USER = 'district';

/**
 * The builtin C.UTF-8 locale sorts by code point on every machine and for ever, so an upgrade of the C library never
 * breaks an index, and still knows upper and lower case beyond ASCII. initdb syncs by itself, which costs 0.1 s.
 */
const INITDB_OPTIONS = [
  `--username=${DATABASE_USER}`,
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--auth=trust',
  '--data-checksums',
  '--no-instructions',
];

/** Makes an empty cluster beside the store and renames it into place, so that a half-made one is never used. */
export async function createCluster(place: Place, binaries: Binaries): Promise<void> {
  const draft = await draftStore(place);
  try {
    const cluster = join(draft, basename(place.cluster));
    await mkdir(cluster, { mode: 0o700 });
    if (place.account) await chown(cluster, place.account.uid, place.account.gid);
    const options = ['-D', cluster, ...INITDB_OPTIONS];
    await mustRun(binaries.initdb, options, place.home, { account: place.account });
    await writeFormat(draft, binaries.major);
    await syncDirectory(draft);
    await rename(draft, place.store);
    await syncDirectory(place.home);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** A new directory beside the store; its name begins as `openPlace` expects of what it may clear away. */
export async function draftStore(place: Place): Promise<string> {
  const draft = await mkdtemp(`${place.store}.draft-`);
  // PostgreSQL's account must be able to pass through; the cluster below is its own and closed to others.
  if (place.account) await chmod(draft, 0o711);
  return draft;
}

/** A rename is only certain to survive a power cut once its directory is on the disk. */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path);
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
