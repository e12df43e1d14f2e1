import { readFile, stat } from 'node:fs/promises';
import { EmbeddedError } from './errors.ts';

/** The operating-system user that PostgreSQL runs as when we are root, which it refuses to be. */
export interface Account {
  uid: number;
  gid: number;
}

/** In this order: the user made for PostgreSQL, then the one every system has. */
const ACCOUNT_NAMES = ['postgres', 'nobody'];

export function runningAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Undefined for an ordinary user, who runs PostgreSQL as themselves. For root, the owner of the cluster if there is one
 * (a `postgres` user installed later must not lock us out of it), otherwise the first name that exists.
 */
export async function chooseAccount(clusterDir: string): Promise<Account | undefined> {
  if (!runningAsRoot()) return undefined;
  const owner = await stat(clusterDir).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const entries = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of ACCOUNT_NAMES) {
    const entry = entries.find((fields) => fields[0] === name);
    if (entry) return { uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw new EmbeddedError(
    'root_without_user',
    'PostgreSQL refuses to run as root, and this system has neither a user "postgres" nor "nobody".',
    'Start the platform as an ordinary user, or create one: useradd --system postgres',
  );
}
