import { createHash } from 'node:crypto';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** Statements a process keeps names for: ours are a few hundred; lists of varying length make more. */
const NAMES_MAX = 1_000;

/**
 * A pool whose statements are prepared under a name made from their text, so that PostgreSQL parses and plans each once a connection.
 * Values are always parameters here, so the same operation has the same text.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || names.size >= NAMES_MAX) return known;
    const name = createHash('sha1').update(text).digest('base64url');
    names.set(text, name);
    return name;
  };
  return {
    async connect() {
      const client = await pool.connect();
      const query = (text: string, values: unknown[] = []) =>
        client.query({ name: nameOf(text), text, values } as pg.QueryConfig);
      return { query, release: () => client.release() } as unknown as PostgresPoolClient;
    },
    end: () => pool.end(),
    options: pool.options,
  };
}
