import { join } from 'node:path';
import { type KeySource, keySource } from '../sealing/key-source.ts';
import type { Keys } from '../sealing/keys.ts';
import { openKeys } from '../sealing/open-keys.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { joinEmbedded } from '../store/embedded/join.ts';
import { migrate } from '../store/migrate.ts';
import { reporting } from './report.ts';

/** What personal data are sealed with, and where it is kept. */
export interface Sealing {
  keys: Keys;
  source: KeySource;
}

/**
 * The database of a platform, running or stopped, or the one of DATABASE_URL, brought up to date, for the length of a command.
 */
export function withDatabase(
  { dataHome, sandbox = false }: { dataHome: string; sandbox?: boolean },
  work: (db: Database, sealing: Sealing) => Promise<void>,
): Promise<void> {
  return reporting(async () => {
    const databaseUrl = process.env['DATABASE_URL'];
    const joined =
      databaseUrl === undefined
        ? await joinEmbedded(join(dataHome, sandbox ? 'sandbox' : 'platform'))
        : undefined;
    const { db, close } = openDatabase(joined?.connection ?? { connectionString: databaseUrl as string });
    try {
      const source = keySource(process.env, dataHome, sandbox);
      const keys = await openKeys(db, source);
      await migrate(db, keys);
      await work(db, { keys, source });
    } finally {
      await close();
      await joined?.leave();
    }
  });
}
