import { chmod, chown, lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedError, systemCode } from './errors.ts';
import { type Place, shortHash } from './place.ts';

/** Only names the socket file: nothing listens on a network port. */
export const SOCKET_PORT = 5432;

/** Linux allows 107 bytes for a socket's path; some room is kept for systems and tools that allow less. */
const MAX_SOCKET_PATH_BYTES = 100;

/**
 * Makes the directory (0700, PostgreSQL's own) that holds the socket. Whoever can enter it may do anything in the
 * database, so one that exists already is used only if it is ours and closed to others.
 */
export async function makeSocketDirectory(place: Place): Promise<string> {
  const uid = place.account?.uid ?? process.getuid?.() ?? -1;
  const short = `district-${uid}-${shortHash(place.home)}`;
  const candidates = [join(place.home, 'run'), join('/run/user', String(uid), short), join('/tmp', short)];
  for (const directory of candidates) {
    const socket = join(directory, `.s.PGSQL.${SOCKET_PORT}`);
    if (Buffer.byteLength(socket) > MAX_SOCKET_PATH_BYTES) continue;
    if (await claim(directory, place, uid)) return directory;
  }
  throw new EmbeddedError(
    'data_not_writable',
    `No directory for the database's socket: ${candidates.join(', ')} are too long, cannot be made or belong to others.`,
    'Set DISTRICT_DATA_HOME to a directory with a short path.',
  );
}

async function claim(directory: string, place: Place, uid: number): Promise<boolean> {
  try {
    await mkdir(directory, { mode: 0o700 });
    if (place.account) await chown(directory, place.account.uid, place.account.gid);
  } catch (error) {
    if (systemCode(error) === 'ENOSPC') throw error;
  }
  const found = await lstat(directory).catch(() => undefined);
  if (!found?.isDirectory()) return false;
  // Within our own home the account may have changed since, e.g. with a restored cluster.
  if (place.account && directory.startsWith(place.home)) {
    await chown(directory, place.account.uid, place.account.gid);
    await chmod(directory, 0o700);
    return true;
  }
  return found.uid === uid && (found.mode & 0o077) === 0;
}
