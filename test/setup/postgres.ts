import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureDictionaries } from '../../platform/sandbox/dictionaries.ts';
import { openDatabase } from '../../platform/store/database.ts';
import { type EmbeddedConnection, startEmbedded } from '../../platform/store/embedded/start.ts';
import { migrate } from '../../platform/store/migrate.ts';
import { TEST_KEYS } from '../platform/harness/keys.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: EmbeddedConnection;
  }
}

/** One real PostgreSQL for the whole run; its database `district` is the template each test file copies. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataHome = mkdtempSync(join(tmpdir(), 'district-test-'));
  const embedded = await startEmbedded({ dataHome });
  const { db, close } = openDatabase(embedded.connection);
  await migrate(db, TEST_KEYS);
  await ensureDictionaries(db);
  await close();
  project.provide('postgres', embedded.connection);
  return async () => {
    await embedded.stop();
    rmSync(dataHome, { recursive: true, force: true });
  };
}
