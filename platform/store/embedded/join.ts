import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DATABASE_USER } from './create-cluster.ts';
import { EmbeddedError } from './errors.ts';
import { POSTMASTER_FILE } from './leftover.ts';
import { homeOf } from './place.ts';
import { type EmbeddedConnection, startEmbedded } from './start.ts';

export interface JoinedDatabase {
  connection: EmbeddedConnection;
  /** Stops the database if it was started here, and leaves a running platform's alone. */
  leave(): Promise<void>;
}

/** The embedded database in `dataHome`: that of the platform that runs on it, or else started for the caller. Throws EmbeddedError. */
export async function joinEmbedded(dataHome: string): Promise<JoinedDatabase> {
  try {
    const { connection, stop } = await startEmbedded({ dataHome });
    return { connection, leave: stop };
  } catch (error) {
    if (!(error instanceof EmbeddedError) || error.kind !== 'data_in_use') throw error;
    const connection = await runningConnection(dataHome);
    if (!connection) throw error;
    return { connection, leave: async () => undefined };
  }
}

/** Lines 4, 5 and 8 of postmaster.pid: port, directory of the socket, state. Undefined while it does not take connections. */
async function runningConnection(dataHome: string): Promise<EmbeddedConnection | undefined> {
  const file = join(homeOf(resolve(dataHome)), 'store', 'cluster', POSTMASTER_FILE);
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const [port, host, state] = [lines[3], lines[4], lines[7]];
  if (!port || !host || state?.trim() !== 'ready') return undefined;
  return { host, port: Number(port), user: DATABASE_USER, database: 'district' };
}
