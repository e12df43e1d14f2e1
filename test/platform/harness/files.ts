import { spawnSync } from 'node:child_process';
import { sql } from 'kysely';
import type { Database } from '../../../platform/store/database.ts';

/** Names of this database's own files in which one of the texts stands, with everything written out that is still in memory. */
export async function filesWith(db: Database, texts: readonly string[]): Promise<string[]> {
  await sql`checkpoint`.execute(db);
  const { rows } = await sql<{ directory: string }>`
    select current_setting('data_directory') || '/base/' || oid as directory from pg_database
    where datname = current_database()`.execute(db);
  const patterns = texts.flatMap((text) => ['-e', text]);
  const { stdout, stderr } = spawnSync('grep', ['-rlaF', ...patterns, rows[0]?.directory ?? ''], {
    encoding: 'utf8',
  });
  // Files of its cache come and go while the server runs.
  const faults = stderr
    .split('\n')
    .filter((line) => line !== '' && !line.endsWith('No such file or directory'));
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return stdout.split('\n').filter((name) => name !== '');
}
