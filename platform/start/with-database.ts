import { join } from 'node:path';
import { keySource } from '../sealing/key-source.ts';
import { openKeys } from '../sealing/open-keys.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { startEmbedded } from '../store/embedded/start.ts';
import { migrate } from '../store/migrate.ts';
import { reporting } from './report.ts';

/** The database of a stopped platform, or the one of DATABASE_URL, brought up to date, for the length of a command. */
export function withDatabase(
  { dataHome, sandbox = false }: { dataHome: string; sandbox?: boolean },
  work: (db: Database) => Promise<void>,
): Promise<void> {
  return reporting(async () => {
    const databaseUrl = process.env['DATABASE_URL'];
    const embedded =
      databaseUrl === undefined
        ? await startEmbedded({ dataHome: join(dataHome, sandbox ? 'sandbox' : 'platform') })
        : undefined;
    const { db, close } = openDatabase(embedded?.connection ?? { connectionString: databaseUrl as string });
    try {
      await migrate(db, await openKeys(db, keySource(process.env, dataHome, sandbox)));
      await work(db);
    } finally {
      await close();
      await embedded?.stop();
    }
  });
}
