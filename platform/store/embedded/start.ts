import { rm } from 'node:fs/promises';
import pg from 'pg';
import { prepareBinaries } from './binaries.ts';
import { createCluster, DATABASE_USER } from './create-cluster.ts';
import { fromSystemError } from './errors.ts';
import { checkFormat } from './format.ts';
import { stopLeftover } from './leftover.ts';
import { exists, openPlace, type Place } from './place.ts';
import { type Server, startServer } from './server.ts';
import { makeSocketDirectory, SOCKET_PORT } from './socket-directory.ts';

export { defaultDataHome } from './place.ts';

/** node-postgres settings. */
export interface EmbeddedConnection {
  /** Directory of the unix socket. */
  host: string;
  port: number;
  user: string;
  database: string;
}

export interface EmbeddedDatabase {
  connection: EmbeddedConnection;
  /** PostgreSQL's data directory. */
  dataDir: string;
  /** Shuts the server down and gives the data free; calling it again waits for the same. */
  stop(): Promise<void>;
  /** Resolves if PostgreSQL ends by itself, with the last line of its log; `stop` is then still due. */
  died: Promise<string>;
}

/**
 * Starts the PostgreSQL that came with npm on the data in `dataHome`, made on first use. One process at a time has it,
 * and PostgreSQL ends when that process does, however it ends. Throws EmbeddedError.
 */
export async function startEmbedded(options: {
  dataHome: string;
  /** Made if it does not exist. */
  database?: string;
}): Promise<EmbeddedDatabase> {
  const { place, release } = await openPlace(options.dataHome);
  let server: Server | undefined;
  let socketDirectory: string | undefined;
  let stopped: Promise<void> | undefined;
  const shutDown = async () => {
    await server?.stop();
    if (socketDirectory) await rm(socketDirectory, { recursive: true, force: true });
    await release();
  };
  try {
    const binaries = await prepareBinaries(place);
    await readyCluster(place, binaries);
    socketDirectory = await makeSocketDirectory(place);
    server = await startServer(place, binaries, socketDirectory);
    const database = options.database ?? 'district';
    const connection = { host: socketDirectory, port: SOCKET_PORT, user: DATABASE_USER, database };
    await createDatabase(connection);
    const stop = () => {
      stopped ??= shutDown();
      return stopped;
    };
    return { connection, dataDir: place.cluster, stop, died: server.died };
  } catch (error) {
    await shutDown();
    throw fromSystemError(error, place.home);
  }
}

async function readyCluster(
  place: Place,
  binaries: Awaited<ReturnType<typeof prepareBinaries>>,
): Promise<void> {
  if (!(await exists(place.store))) return createCluster(place, binaries);
  await checkFormat(place.store, binaries.major);
  await stopLeftover(place.cluster);
}

async function createDatabase(connection: EmbeddedConnection): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [connection.database]);
    if (found.rowCount === 0)
      await client.query(`create database ${pg.escapeIdentifier(connection.database)}`);
  } finally {
    await client.end();
  }
}
