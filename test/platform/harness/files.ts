import { execFileSync } from 'node:child_process';
import { sql } from 'kysely';
import type { Database } from '../../../platform/store/database.ts';

/** Names of this database's own files in which one of the texts stands, with everything written out that is still in memory. */
export async function filesWith(db: Database, texts: readonly string[]): Promise<string[]> {
  await sql`checkpoint`.execute(db);
  const { rows } = await sql<{ directory: string }>`
    select current_setting('data_directory') || '/base/' || oid as directory from pg_database
    where datname = current_database()`.execute(db);
  const patterns = texts.flatMap((text) => ['-e', text]);
  try {
    const found = execFileSync('grep', ['-rlaF', ...patterns, rows[0]?.directory ?? '']);
    return found.toString().trim().split('\n');
  } catch (error) {
    // grep ends with 1 when it finds nothing.
    if ((error as { status?: number }).status === 1) return [];
    throw error;
  }
}
